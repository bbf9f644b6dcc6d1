import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

/**
 * `refund-queued` sets money of a charge aside; it ends in `refund-processed`, in `refund-failed` (for good: the money
 * can be refunded again) or, as far as a lost dispute or a refund in the gateway's dashboard took it, in `refund-closed`,
 * which it can have several of: `refund-closed:{refundId}-{attempt}`.
 */
const ledgerKinds = [
  'order',
  'capture',
  'settled',
  'refund-queued',
  'refund-processed',
  'refund-failed',
  'refund-closed',
  'dispute-opened',
  'dispute-won',
  'dispute-lost',
  'dispute-closed',
] as const;

/** One money event; rows are only ever added. */
export type LedgerRecord = {
  /** Names the event, so that hearing of it twice writes it once: `capture:pay_…`, `refund-queued:{refundId}`. */
  _id: string;
  kind: (typeof ledgerKinds)[number];
  paymentId: Types.ObjectId;
  /** The gateway's id of what the event is about: order, payment, refund or dispute. */
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
    kind: { type: String, enum: ledgerKinds, required: true },
    paymentId: { type: Schema.Types.ObjectId, required: true },
    providerId: { type: String, default: null },
    amountMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    feeMinor: { type: Number, default: null },
    taxMinor: { type: Number, default: null },
    at: { type: Date, required: true },
  } satisfies SchemaFields<LedgerRecord>,
  { collection: 'ledger', versionKey: false },
);
ledgerSchema.index({ paymentId: 1, at: 1 });
ledgerSchema.index({ at: 1 });

export const LedgerModel = model('Ledger', ledgerSchema);
