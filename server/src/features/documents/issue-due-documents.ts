import { minuteMs } from '@serene/shared/time';
import type { Logger } from '../../infra/logger.ts';
import { findPayment, findRefundsOfPayment, readMoneyEvents } from '../payments/index.ts';
import { documentOfPayment, type IssuingDependencies } from './document-of-payment.ts';
import { documentOfRefund } from './document-of-refund.ts';
import { findBookmark, saveBookmark } from './document-repository.ts';

export type NumberingDependencies = IssuingDependencies & { logger: Logger };

/**
 * An event may become visible after a later one: its transaction took seconds, or the clocks of two machines differ. So
 * the ledger is read again from so far before the bookmark.
 */
const overlapMs = 10 * minuteMs;

/**
 * Numbers what settled and what was refunded since the last time, in the order of the ledger (rule C2). What a download
 * has numbered meanwhile is left alone. An event that cannot be documented is reported and holds the bookmark back, so
 * that nothing is ever left out.
 * @returns how many events were looked at
 */
export async function issueDueDocuments(dependencies: NumberingDependencies): Promise<number> {
  const now = dependencies.clock.now();
  const known = await findBookmark();
  // A clock that was ahead has left a bookmark in the future: what happens until then must not be passed over.
  const bookmark = known !== null && known > now ? now : known;
  const since = new Date((bookmark?.getTime() ?? overlapMs) - overlapMs);
  let looked = 0;
  let done: Date | null = null;
  let stuck = false;
  for await (const { paymentId, at } of readMoneyEvents(['settled', 'refund-processed'], since)) {
    looked += 1;
    try {
      await issueDocumentsOf(dependencies, paymentId);
      if (!stuck) done = at < now ? at : now;
    } catch (error) {
      stuck = true;
      dependencies.logger.error({ err: error, paymentId }, 'document not numbered');
    }
  }
  const reached = done !== null && done > (bookmark ?? since) ? done : bookmark;
  if (reached !== null && reached.getTime() !== known?.getTime()) await saveBookmark(reached);
  return looked;
}

async function issueDocumentsOf(
  dependencies: IssuingDependencies,
  paymentId: Parameters<typeof findPayment>[0],
): Promise<void> {
  const payment = await findPayment(paymentId);
  if (!payment) return;
  await documentOfPayment(dependencies, payment);
  for (const refund of await findRefundsOfPayment(paymentId)) await documentOfRefund(dependencies, { payment, refund });
}
