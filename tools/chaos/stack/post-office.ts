import { createFaults, type Faults } from '../../dev/mailbox/faults.ts';
import { listenForMail } from '../../dev/mailbox/smtp.ts';
import type { Clock } from '../../../server/src/infra/clock.ts';

/** A mail that arrived: which one, for whom, and when by the real clock, in epoch milliseconds. */
export type Arrival = { messageId: string; recipients: string[]; at: number };

/** Takes all mail, as the mailbox does, and remembers no more of it than the invariants need. */
export type PostOffice = {
  readonly smtpUrl: string;
  readonly faults: Faults;
  readonly arrivals: readonly Arrival[];
  /** When a mail was kept and its sender not told, by the real clock: it will come again. */
  readonly lostAnswers: readonly number[];
  stop(): Promise<void>;
};

export async function openPostOffice(clock: Clock): Promise<PostOffice> {
  const arrivals: Arrival[] = [];
  const faults = createFaults();
  const lostAnswers: number[] = [];
  const smtp = await listenForMail({
    port: 0,
    clock,
    faults: {
      ...faults,
      take(kinds, recipients) {
        const fault = faults.take(kinds, recipients);
        if (fault === 'lose-answer') lostAnswers.push(Date.now());
        return fault;
      },
    },
    store: {
      nextId: () => `${arrivals.length}`,
      add: ({ messageId, recipients }) => arrivals.push({ messageId, recipients, at: Date.now() }),
      list: () => [],
      find: () => undefined,
      clear: () => undefined,
    },
  });
  return { smtpUrl: `smtp://127.0.0.1:${smtp.port}`, faults, arrivals, lostAnswers, stop: () => smtp.close() };
}
