import type { DisputeRecord, LedgerRecord, RefundRecord } from '../payments/index.ts';
import type { Books } from './books.ts';

/** As much of a ledger row as follows from the facts. */
export type ExpectedRow = Pick<LedgerRecord, '_id' | 'kind' | 'amountMinor' | 'currency'>;

/** The rows that the ledger must have about a payment, and no others. */
export function expectedRows({ payment, charges, refunds, disputes, ledger }: Books): ExpectedRow[] {
  const { currency } = payment;
  const rows: ExpectedRow[] = [];
  const expect = (kind: LedgerRecord['kind'], id: string, amountMinor: number) => {
    rows.push({ _id: `${kind}:${id}`, kind, amountMinor, currency });
  };
  if (payment.orderId !== undefined) expect('order', payment.orderId, payment.amountMinor);
  if (payment.sessionId !== null) expect('settled', payment._id.toHexString(), payment.amountMinor);
  for (const { providerPaymentId, capturedMinor, currency } of charges) {
    if (capturedMinor > 0) rows.push({ ...captureRow(providerPaymentId), amountMinor: capturedMinor, currency });
  }
  for (const refund of refunds) {
    for (const [kind, amountMinor] of refundEvents(refund, ledger)) {
      expect(kind, refund._id.toHexString(), amountMinor);
    }
  }
  for (const dispute of disputes) {
    for (const kind of disputeEvents(dispute)) expect(kind, dispute._id, dispute.amountMinor);
  }
  return rows;
}

const captureRow = (providerPaymentId: string) => ({ _id: `capture:${providerPaymentId}`, kind: 'capture' }) as const;

/** A refund is queued with all its money, of which a lost dispute may take a part; the rest is processed or fails. */
function refundEvents(refund: RefundRecord, ledger: readonly LedgerRecord[]): [LedgerRecord['kind'], number][] {
  const { _id, amountMinor, status } = refund;
  const closed = ledger.find((row) => row._id === `refund-closed:${_id.toHexString()}`)?.amountMinor ?? 0;
  const queued = status === 'closed' ? amountMinor : amountMinor + closed;
  const events: [LedgerRecord['kind'], number][] = [['refund-queued', queued]];
  if (closed > 0 || status === 'closed') events.push(['refund-closed', status === 'closed' ? amountMinor : closed]);
  if (status === 'processed') events.push(['refund-processed', amountMinor]);
  if (status === 'failed') events.push(['refund-failed', amountMinor]);
  return events;
}

function disputeEvents({ status }: DisputeRecord): LedgerRecord['kind'][] {
  if (status === 'won') return ['dispute-opened', 'dispute-won'];
  if (status === 'lost') return ['dispute-opened', 'dispute-lost'];
  if (status === 'closed') return ['dispute-opened', 'dispute-closed'];
  return ['dispute-opened'];
}
