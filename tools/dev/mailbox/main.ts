import { createClock } from '../../../server/src/infra/clock.ts';
import { startMailbox } from './index.ts';

const { MAILBOX_PORT = '4020', SMTP_PORT = '1025', CLOCK_FILE } = process.env;

const mailbox = await startMailbox({
  httpPort: Number(MAILBOX_PORT),
  smtpPort: Number(SMTP_PORT),
  clock: createClock(CLOCK_FILE === undefined ? {} : { offsetFile: CLOCK_FILE }),
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void mailbox.stop();
  });
}

// Whoever waits for this line may end the process right after it.
console.log(`The mailbox is at ${mailbox.url} and takes mail at ${mailbox.smtpUrl}`);
