import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../src/config.ts';
import { createRazorpayGateway } from '../../src/gateways/payment/razorpay.ts';
import { createClock } from '../../src/infra/clock.ts';
import { createLogger } from '../../src/infra/logger.ts';
import { connectDatabase, disconnectDatabase } from '../../src/infra/mongo.ts';
import { seedAccounts } from './accounts.ts';
import { seedBookings } from './bookings.ts';

/** How long the sandbox, which starts beside this, may take to answer. */
const sandboxPatienceMs = 30_000;
const sandboxPollMs = 100;

/** Fills the database with demo data where it is not there yet; the environment is that of the API. */
async function main(): Promise<void> {
  const read = readConfig(process.env);
  if ('problems' in read) throw new Error(`The environment is wrong: ${read.problems.join('; ')}`);
  const { config } = read;
  if (config.NODE_ENV === 'production') throw new Error('Demo data is not for production.');
  const clock = createClock(config.CLOCK_FILE === undefined ? {} : { offsetFile: config.CLOCK_FILE });
  await connectDatabase(config.MONGODB_URI);
  try {
    const people = await seedAccounts(clock);
    // Only the sandbox lets a program pay.
    if (!config.RAZORPAY_KEY_ID.startsWith('rzp_test_sandbox')) return;
    const sandboxUrl = config.RAZORPAY_BASE_URL;
    await waitForSandbox(sandboxUrl);
    const gateway = createRazorpayGateway({
      keyId: config.RAZORPAY_KEY_ID,
      keySecret: config.RAZORPAY_KEY_SECRET,
      webhookSecrets: config.RAZORPAY_WEBHOOK_SECRET,
      baseUrl: sandboxUrl,
    });
    await seedBookings({ clock, gateway, sandboxUrl, logger: createLogger('warn') }, people);
  } finally {
    await disconnectDatabase();
  }
}

async function waitForSandbox(url: string): Promise<void> {
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
