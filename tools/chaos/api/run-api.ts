import { writeSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { z } from 'zod';
import { createApp } from '../../../server/src/app.ts';
import { readConfig } from '../../../server/src/config/config.ts';
import { createMailTransport } from '../../../server/src/gateways/mail/create-transport.ts';
import { createGateways } from '../../../server/src/gateways/payment/create-gateways.ts';
import { gatewaysOf } from '../../../server/src/gateways/payment/registry.ts';
import { createClock } from '../../../server/src/infra/clock.ts';
import { startJobs, type Job } from '../../../server/src/infra/jobs.ts';
import { createLogger, type Logger } from '../../../server/src/infra/logger.ts';
import { connectDatabase, ensureIndexes } from '../../../server/src/infra/mongo.ts';
import { createJobs } from '../../../server/src/jobs.ts';
import { models } from '../../../server/src/models.ts';
import { killPoints, lastWords, type KillPoint } from './kill-points.ts';
import { watchDatabase } from './watch-database.ts';
import { watchGateway, watchMail } from './watch-gateways.ts';

/** What the chaos tells a process besides the product's own environment. */
const chaosEnvironmentSchema = z.object({
  CHAOS_KILL_POINT: z.enum(Object.keys(killPoints) as [KillPoint, ...KillPoint[]]).optional(),
  /** How often the point is passed before the process dies there. */
  CHAOS_KILL_AFTER: z.coerce.number().default(0),
  /** `eager`: jobs run all the time, to be done with what is due. */
  CHAOS_JOBS: z.enum(['scheduled', 'eager']).default('scheduled'),
});

/** Longer than the sandbox takes, shorter than people wait: a gateway that hangs is given up after this. */
const gatewayTimeoutMs = 1_500;
const longestRestMs = 500;

/** The server from the same parts as `server/src/main.ts`, but it may be armed to die at a point. */
export async function runApi(): Promise<void> {
  const read = readConfig(process.env);
  if ('problems' in read) throw new Error(read.problems.join('; '));
  const { config } = read;
  const chaos = chaosEnvironmentSchema.parse(process.env);
  const point = chaos.CHAOS_KILL_POINT;
  const reach = point === undefined ? () => undefined : dieAfter(point, chaos.CHAOS_KILL_AFTER);

  const logger = createLogger(config.LOG_LEVEL);
  const clock = createClock(config.CLOCK_FILE === undefined ? {} : { offsetFile: config.CLOCK_FILE });
  let gateways = createGateways(config, { timeoutMs: gatewayTimeoutMs });
  let transport = createMailTransport(config.mail, { from: config.EMAIL_FROM, replyTo: config.SUPPORT_EMAIL });
  await connectDatabase(config.MONGODB_URI);
  await ensureIndexes(models);
  if (point !== undefined) {
    watchDatabase(mongoose.connection.getClient(), point, reach);
    const [first, ...others] = gateways.all.map((gateway) => watchGateway(gateway, point, reach));
    if (first) gateways = gatewaysOf(first, ...others);
    transport = watchMail(transport, point, reach);
  }

  const jobs = createJobs({ config, clock, logger, gateways, transport });
  if (chaos.CHAOS_JOBS === 'eager') runEagerly(jobs, logger);
  else startJobs(jobs, { clock, logger });
  createServer(createApp({ config, clock, logger, gateways })).listen(config.PORT, config.HOST);
}

/** Armed by a signal of the chaos. Nothing runs after the kill: no finally, no exit handler, no answer. */
function dieAfter(point: KillPoint, passes: number): () => void {
  let left = Infinity;
  process.once('SIGUSR2', () => {
    left = passes;
  });
  return () => {
    left -= 1;
    if (left >= 0) return;
    writeSync(process.stdout.fd, `${lastWords}${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
}

/** Each job runs again soon, but leaves room for the others. */
function runEagerly(jobs: readonly Job[], logger: Logger): void {
  for (const job of jobs) void runOnAndOn(job, logger);
}

async function runOnAndOn(job: Job, logger: Logger): Promise<never> {
  for (;;) {
    const started = performance.now();
    try {
      await job.run();
    } catch (error) {
      logger.error({ err: error, job: job.name }, 'job failed');
    }
    await wait(Math.min(longestRestMs, performance.now() - started));
  }
}
