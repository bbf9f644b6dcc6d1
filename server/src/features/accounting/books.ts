import type { ChargeRecord, DisputeRecord, LedgerRecord, PaymentRecord, RefundRecord } from '../payments/index.ts';
import type { SessionRecord } from '../sessions/index.ts';

/** All that was written down about one payment. */
export type Books = {
  payment: PaymentRecord;
  charges: ChargeRecord[];
  refunds: RefundRecord[];
  disputes: DisputeRecord[];
  sessions: SessionRecord[];
  ledger: LedgerRecord[];
};
