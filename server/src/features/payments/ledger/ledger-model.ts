import { model, Schema, type Types } from 'mongoose';

/** One money event; rows are only ever added. */
export type LedgerRecord = {
  /** Names the event, so that hearing of it twice writes it once: `capture:pay_…`, `refund-queued:{refundId}`. */
  _id: string;
  kind: 'order' | 'capture' | 'settled' | 'refund-queued' | 'refund-processed' | 'refund-failed';
  paymentId: Types.ObjectId;
  providerId: string | null;
  amountMinor: number;
  currency: string;
  feeMinor: number | null;
  taxMinor: number | null;
  at: Date;
};

const ledgerSchema = new Schema<LedgerRecord>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    paymentId: { type: Schema.Types.ObjectId, required: true },
    providerId: { type: String, default: null },
    amountMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    feeMinor: { type: Number, default: null },
    taxMinor: { type: Number, default: null },
    at: { type: Date, required: true },
  },
  { collection: 'ledger', versionKey: false },
);
ledgerSchema.index({ paymentId: 1, at: 1 });

export const LedgerModel = model('Ledger', ledgerSchema);
