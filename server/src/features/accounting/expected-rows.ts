import type { DisputeRecord, LedgerRecord, RefundRecord } from '../payments/index.ts';
import type { Books } from './books.ts';

/** As much of a ledger row as follows from the facts. */
export type ExpectedRow = Pick<LedgerRecord, '_id' | 'kind' | 'amountMinor' | 'currency'>;

/** The rows that the ledger must have about a payment, and no others; each in the currency of what it is about. */
export function expectedRows({ payment, charges, refunds, disputes, ledger }: Books): ExpectedRow[] {
  const rows: ExpectedRow[] = [];
  if (payment.orderId !== undefined) rows.push(row('order', payment.orderId, payment));
  if (payment.sessionId !== null) rows.push(row('settled', payment._id.toHexString(), payment));
  for (const { providerPaymentId, capturedMinor, currency } of charges) {
    if (capturedMinor > 0) rows.push(row('capture', providerPaymentId, { amountMinor: capturedMinor, currency }));
  }
  return [...rows, ...refunds.flatMap((refund) => refundRows(refund, ledger)), ...disputes.flatMap(disputeRows)];
}

function row(
  kind: LedgerRecord['kind'],
  key: string,
  { amountMinor, currency }: Pick<ExpectedRow, 'amountMinor' | 'currency'>,
): ExpectedRow {
  return { _id: `${kind}:${key}`, kind, amountMinor, currency };
}

/**
 * A refund is queued with all its money. A lost dispute or a refund in the gateway's dashboard may take a part of it,
 * again and again, or the whole; the rest is processed or fails.
 */
function refundRows(refund: RefundRecord, ledger: readonly LedgerRecord[]): ExpectedRow[] {
  const { amountMinor, currency, status, attempt } = refund;
  const id = refund._id.toHexString();
  // The parts are known from the ledger alone: that they are not too large is seen from what was queued.
  const given = ledger.filter(({ _id }) => _id.startsWith(`refund-closed:${id}-`) && _id !== lastPart(id, attempt));
  const givenMinor = given.reduce((sum, part) => sum + part.amountMinor, 0);
  const rows = [row('refund-queued', id, { amountMinor: amountMinor + givenMinor, currency })];
  rows.push(...given.map((part) => ({ ...part, currency })));
  if (status === 'closed') rows.push(row('refund-closed', `${id}-${attempt}`, refund));
  if (status === 'processed') rows.push(row('refund-processed', id, refund));
  if (status === 'failed') rows.push(row('refund-failed', id, refund));
  return rows;
}

/** With an attempt that nothing followed only a refund is closed; each part before raised the attempt (rule R2). */
const lastPart = (id: string, attempt: number): string => `refund-closed:${id}-${attempt}`;

function disputeRows(dispute: DisputeRecord): ExpectedRow[] {
  const { _id, status, currency, lostMinor } = dispute;
  const opened = row('dispute-opened', _id, dispute);
  if (status === 'won') return [opened, row('dispute-won', _id, dispute)];
  if (status === 'lost') return [opened, row('dispute-lost', _id, { amountMinor: lostMinor, currency })];
  if (status === 'closed') return [opened, row('dispute-closed', _id, dispute)];
  return [opened];
}
