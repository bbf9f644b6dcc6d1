import { refundStatuses } from '@serene/shared/contracts';
import { model, Schema, type Types } from 'mongoose';

export type RefundReason = 'slot-lost' | 'second-charge' | 'mismatch';

/** Money on its way back to the customer. */
export type RefundRecord = {
  _id: Types.ObjectId;
  chargeId: Types.ObjectId;
  paymentId: Types.ObjectId;
  providerPaymentId: string;
  amountMinor: number;
  currency: string;
  reason: RefundReason;
  /** Names the cause, so that one cause refunds once. */
  reasonKey: string;
  /** Part of the gateway's idempotency key; raised only after a definite failure (rule R2). */
  attempt: number;
  status: (typeof refundStatuses)[number];
  providerRefundId: string | null;
  lastError: string | null;
  nextAttemptAt: Date;
  createdAt: Date;
  updatedAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const refundSchema = new Schema<RefundRecord>(
  {
    chargeId: id,
    paymentId: id,
    providerPaymentId: { type: String, required: true },
    amountMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    reason: { type: String, required: true },
    reasonKey: { type: String, required: true },
    attempt: { type: Number, default: 1 },
    status: { type: String, enum: refundStatuses, required: true },
    providerRefundId: { type: String, default: null },
    lastError: { type: String, default: null },
    nextAttemptAt: { type: Date, required: true },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  },
  { collection: 'refunds', versionKey: false },
);

// One refund for each cause: a cause that is processed twice pays back once.
refundSchema.index({ chargeId: 1, reasonKey: 1 }, { unique: true });
refundSchema.index({ status: 1, nextAttemptAt: 1 });
refundSchema.index({ paymentId: 1 });

export const RefundModel = model('Refund', refundSchema);
