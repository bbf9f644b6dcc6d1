import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config/config.ts';
import { layReminderMarks, readOffsets } from './features/sessions/index.ts';
import { createMailTransport } from './gateways/mail/create-transport.ts';
import { createGateways } from './gateways/payment/create-gateways.ts';
import { createHealthApp } from './http/health.ts';
import { createHttpServer, serveUntilStopped } from './http/server.ts';
import { createClock } from './infra/clock.ts';
import { startJobs } from './infra/jobs.ts';
import { createLogger } from './infra/logger.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from './infra/mongo.ts';
import { createJobs } from './jobs.ts';
import { models } from './models.ts';

/** How long running requests and jobs may take after a stop was asked for. */
const graceMs = 10_000;
/** How long a request may take to arrive whole once nobody is let in any more. */
const unfinishedMs = 500;

const read = readConfig(process.env);
if ('problems' in read) {
  process.stderr.write(`Serene cannot start; the environment is wrong:\n- ${read.problems.join('\n- ')}\n`);
  process.exit(1);
}
await start(read.config);

async function start(config: Config): Promise<void> {
  const logger = createLogger(config.LOG_LEVEL);
  const clock = createClock({
    ...(config.CLOCK_OFFSET === undefined ? {} : { offset: config.CLOCK_OFFSET }),
    ...(config.CLOCK_FILE === undefined ? {} : { offsetFile: config.CLOCK_FILE }),
  });
  const gateways = createGateways(config);
  const transport = createMailTransport(config.mail, { from: config.EMAIL_FROM, replyTo: config.SUPPORT_EMAIL });
  await connectDatabase(config.MONGODB_URI);
  await ensureIndexes(models);
  await layReminderMarks({ clock, offsets: readOffsets(config.REMINDER_OFFSETS) });

  const stopJobs =
    config.ROLE === 'api'
      ? () => Promise.resolve(true)
      : startJobs(createJobs({ config, clock, logger, gateways, transport }), { clock, logger });
  const [draining, stopping] = [new AbortController(), new AbortController()];
  const app =
    config.ROLE === 'worker'
      ? createHealthApp(draining.signal)
      : createApp({ config, clock, logger, gateways, draining: draining.signal, stopping: stopping.signal });
  const server = createHttpServer();
  const ending = serveUntilStopped(server, app);
  server.listen(config.PORT, config.HOST, () => {
    logger.info({ port: config.PORT, role: config.ROLE, mail: config.mail.by }, 'listening');
  });
  server.on('error', (error) => {
    logger.fatal({ err: error }, 'cannot listen');
    process.exit(1);
  });

  const stop = async (): Promise<void> => {
    const drainMs = config.DRAIN_SECONDS * 1_000;
    // A database that hangs must not keep the process.
    setTimeout(() => process.exit(1), drainMs + graceMs + 2_000).unref();
    draining.abort();
    ending.drain();
    const jobsFinished = stopJobs(drainMs + graceMs);
    // Whoever sends requests here may need a moment to see that it should not.
    await wait(drainMs);
    stopping.abort();
    const finished = await Promise.all([ending.close({ unfinishedMs, graceMs }), jobsFinished]);
    if (finished.includes(false)) logger.warn('requests or jobs were cut short');
    transport.close();
    await disconnectDatabase();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}
