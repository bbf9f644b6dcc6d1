import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createApp } from './app.ts';
import { readConfig, type Config } from './config.ts';
import { createMailTransport } from './gateways/mail/create-transport.ts';
import { createRazorpayGateway } from './gateways/payment/razorpay.ts';
import { createClock } from './infra/clock.ts';
import { startJobs } from './infra/jobs.ts';
import { createLogger } from './infra/logger.ts';
import { connectDatabase, disconnectDatabase, ensureIndexes } from './infra/mongo.ts';
import { createJobs } from './jobs.ts';
import { models } from './models.ts';

/** How long running requests and jobs may take after a stop was asked for. */
const graceMs = 10_000;

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
  const gateway = createRazorpayGateway({
    keyId: config.RAZORPAY_KEY_ID,
    keySecret: config.RAZORPAY_KEY_SECRET,
    webhookSecrets: config.RAZORPAY_WEBHOOK_SECRET,
    baseUrl: config.RAZORPAY_BASE_URL,
    timeoutMs: 10_000,
  });
  const transport = createMailTransport(config.mail, { from: config.EMAIL_FROM, replyTo: config.SUPPORT_EMAIL });
  await connectDatabase(config.MONGODB_URI);
  await ensureIndexes(models);

  const stopJobs =
    config.ROLE === 'api'
      ? () => Promise.resolve()
      : startJobs(createJobs({ config, clock, logger, gateway, transport }), { clock, logger });
  const stopping = new AbortController();
  const server = createServer(createApp({ config, clock, logger, gateway, stopping: stopping.signal }));
  server.listen(config.PORT, config.HOST, () => {
    logger.info({ port: config.PORT, role: config.ROLE, mail: config.mail.by }, 'listening');
  });
  server.on('error', (error) => {
    logger.fatal({ err: error }, 'cannot listen');
    process.exit(1);
  });

  const stop = async (): Promise<void> => {
    stopping.abort();
    const finished = Promise.all([closed(server), stopJobs()]).then(() => 'finished');
    if ((await Promise.race([finished, wait(graceMs)])) === undefined) logger.warn('requests or jobs were cut short');
    transport.close();
    await disconnectDatabase();
    process.exit(0);
  };
  process.once('SIGINT', () => void stop());
  process.once('SIGTERM', () => void stop());
}

/** Stops listening; resolves when the requests that were running are answered. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    // Otherwise a connection that was busy just now would be kept for five more seconds, in case it asks again.
    server.keepAliveTimeout = 1;
  });
}
