import { randomUUID } from 'node:crypto';
import { byWriting, isReplacedBy, sessionOf, threadOf, waitingBefore } from './booking-thread.ts';
import { deliver, type DeliveryDependencies } from './deliver.ts';
import {
  claimRow,
  completeRow,
  findDueMails,
  findMailsOfSession,
  renewRow,
  sendLeaseMs,
  skipReplaced,
  type DueMail,
} from './repository.ts';

/** Mails sent at the same time by one process. */
const lanes = 4;
/** Mails looked up by one call. Looking costs more the more are due, so not once for each few. */
const batchSize = 1_000;
/** What one call has not begun by then is left to the next, so that a process asked to stop soon can. */
const usualLongestMs = 5_000;

/**
 * Sends the mails that are due; those about one booking to one reader in their order (rule E5). Any number of processes
 * may do so at once: each row is claimed by compare-and-set and written off under the token of its lease (rule E3).
 * @returns how many rows were handled, whatever became of them
 * @throws what the database throws; the rows in hand become due again when their leases end, and a mail that was just
 *   accepted goes out once more under the same Message-ID
 */
export async function drainOutbox(dependencies: DeliveryDependencies & { longestMs?: number }): Promise<number> {
  const due = await findDueMails(dependencies.clock.now(), batchSize);
  // One iterator for all lanes: each booking goes to one of them, so they never race for a row among themselves.
  const bookings = byBooking(due).values();
  const end = performance.now() + (dependencies.longestMs ?? usualLongestMs);
  let handled = 0;
  const lane = async () => {
    for (const mails of bookings) {
      for (const mail of mails) {
        if (await sendIfDue(mail, dependencies)) handled += 1;
        if (performance.now() > end) return;
      }
    }
  };
  // Settled, not all: no lane may still be at work when this returns.
  const results = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return handled;
}

/** Mails in groups of one booking each, and in their order; one about no booking is a group of its own. */
function byBooking(due: readonly DueMail[]): DueMail[][] {
  const groups = new Map<string, DueMail[]>();
  for (const mail of due) {
    const group = sessionOf(mail) ?? mail._id;
    groups.set(group, [...(groups.get(group) ?? []), mail]);
  }
  return [...groups.values()].map((mails) => mails.toSorted(byWriting));
}

/**
 * Whether an earlier mail about the same booking to the same reader is still to leave. One that this mail makes needless
 * is left out instead, wherever it waits.
 */
async function mustWait(mail: DueMail): Promise<boolean> {
  const sessionId = sessionOf(mail);
  if (sessionId === null) return false;
  let waits = false;
  for (const earlier of waitingBefore(mail, threadOf(mail, await findMailsOfSession(sessionId)))) {
    if (!(isReplacedBy(earlier, mail) && (await skipReplaced(earlier._id)))) waits = true;
  }
  return waits;
}

/** @returns false when it waits for another mail, or another process has the row */
async function sendIfDue(mail: DueMail, dependencies: DeliveryDependencies): Promise<boolean> {
  const { clock, logger } = dependencies;
  if (await mustWait(mail)) return false;
  const held = { _id: mail._id, leaseToken: randomUUID() };
  const row = await claimRow(held, clock.now());
  if (row === null) return false;
  const renewal = setInterval(() => {
    renewRow(held, clock.now()).catch((error: unknown) => {
      logger.warn({ err: error, mail: held._id }, 'lease of a mail not renewed');
    });
  }, sendLeaseMs / 3);
  try {
    const completion = await deliver(row, dependencies);
    if (!(await completeRow(held, completion))) logger.warn({ mail: held._id }, 'lease of a mail lost while sending');
    return true;
  } finally {
    clearInterval(renewal);
  }
}
