import { randomUUID } from 'node:crypto';
import { deliver, type DeliveryDependencies } from './deliver.ts';
import { claimRow, completeRow, findDueKeys, renewRow, sendLeaseMs } from './repository.ts';

/** Mails sent at the same time by one process. */
const lanes = 4;
/** Mails looked up by one call. Looking costs more the more are due, so not once for each few. */
const batchSize = 1_000;
/** What one call has not begun by then is left to the next, so that a process asked to stop soon can. */
const usualLongestMs = 5_000;

/**
 * Sends the mails that are due. Any number of processes may do so at once: each row is claimed by compare-and-set and
 * written off under the token of its lease (rule E3).
 * @returns how many rows were handled, whatever became of them
 * @throws what the database throws; the rows in hand become due again when their leases end, and a mail that was just
 *   accepted goes out once more under the same Message-ID
 */
export async function drainOutbox(dependencies: DeliveryDependencies & { longestMs?: number }): Promise<number> {
  // One iterator for all lanes: each key goes to one of them, so they never race for a row among themselves.
  const keys = (await findDueKeys(dependencies.clock.now(), batchSize)).values();
  const end = performance.now() + (dependencies.longestMs ?? usualLongestMs);
  let handled = 0;
  const lane = async () => {
    for (const key of keys) {
      if (await sendIfDue(key, dependencies)) handled += 1;
      if (performance.now() > end) return;
    }
  };
  // Settled, not all: no lane may still be at work when this returns.
  const results = await Promise.allSettled(Array.from({ length: lanes }, lane));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
  return handled;
}

/** @returns false when another process has the row */
async function sendIfDue(key: string, dependencies: DeliveryDependencies): Promise<boolean> {
  const { clock, logger } = dependencies;
  const held = { _id: key, leaseToken: randomUUID() };
  const row = await claimRow(held, clock.now());
  if (row === null) return false;
  const renewal = setInterval(() => {
    renewRow(held, clock.now()).catch((error: unknown) => {
      logger.warn({ err: error, mail: key }, 'lease of a mail not renewed');
    });
  }, sendLeaseMs / 3);
  try {
    const completion = await deliver(row, dependencies);
    if (!(await completeRow(held, completion))) logger.warn({ mail: key }, 'lease of a mail lost while sending');
    return true;
  } finally {
    clearInterval(renewal);
  }
}
