import { setTimeout as wait } from 'node:timers/promises';
import { readConfig, type Config } from '../../../server/src/config/config.ts';
import { createGateways } from '../../../server/src/gateways/payment/create-gateways.ts';
import { createClock } from '../../../server/src/infra/clock.ts';
import { createLogger } from '../../../server/src/infra/logger.ts';
import { connectDatabase, disconnectDatabase } from '../../../server/src/infra/mongo.ts';
import { seedDemo } from './seed-demo.ts';

/** How long the sandbox, which starts beside this, may take to answer. */
const sandboxPatienceMs = 30_000;
const sandboxPollMs = 100;

/** Puts the demo data into the database of the environment, which is that of the API. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if ('problems' in read) throw new Error(`The environment is wrong: ${read.problems.join('; ')}`);
  const { config } = read;
  const clock = createClock({
    ...(config.CLOCK_OFFSET === undefined ? {} : { offset: config.CLOCK_OFFSET }),
    ...(config.CLOCK_FILE === undefined ? {} : { offsetFile: config.CLOCK_FILE }),
  });
  await connectDatabase(config.MONGODB_URI);
  try {
    const sandbox = await reachSandbox(config);
    await seedDemo({ environment: config.NODE_ENV, clock, logger: createLogger('warn'), sandbox });
  } finally {
    await disconnectDatabase();
  }
}

/** The sandbox once it answers, or null where the keys are those of the real gateway. */
async function reachSandbox(config: Config) {
  if (!config.RAZORPAY_KEY_ID.startsWith('rzp_test_sandbox')) return null;
  const url = config.RAZORPAY_BASE_URL;
  await waitFor(url);
  return { gateways: createGateways(config), url };
}

async function waitFor(url: string): Promise<void> {
  const deadline = performance.now() + sandboxPatienceMs;
  for (;;) {
    try {
      await fetch(`${url}/_sandbox/state`);
      return;
    } catch (error) {
      if (performance.now() > deadline) throw new Error('The sandbox gateway does not answer.', { cause: error });
      await wait(sandboxPollMs);
    }
  }
}

await main();
