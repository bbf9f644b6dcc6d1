import { refundStatuses, type RefundReason } from '@serene/shared/contracts';
import { model, Schema, type Types } from 'mongoose';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

/** Money on its way back to the customer. */
export type RefundRecord = {
  _id: Types.ObjectId;
  chargeId: Types.ObjectId;
  paymentId: Types.ObjectId;
  /** Absent in refunds from before there was a second one. */
  provider?: PaymentProvider;
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
  /** When the attempt first went to the gateway; null before. */
  sentAt: Date | null;
  /** When it is sent or asked about next; null once it has ended. */
  nextAttemptAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
  processedAt: Date | null;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const refundSchema = new Schema<RefundRecord>(
  {
    chargeId: id,
    paymentId: id,
    provider: { type: String },
    providerPaymentId: { type: String, required: true },
    amountMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    reason: { type: String, required: true },
    reasonKey: { type: String, required: true },
    attempt: { type: Number, default: 1 },
    status: { type: String, enum: refundStatuses, required: true },
    providerRefundId: { type: String, default: null },
    lastError: { type: String, default: null },
    sentAt: { type: Date, default: null },
    nextAttemptAt: { type: Date, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    processedAt: { type: Date, default: null },
  } satisfies SchemaFields<RefundRecord>,
  { collection: 'refunds', versionKey: false },
);

// One refund for each cause: a cause that is processed twice pays back once.
refundSchema.index({ chargeId: 1, reasonKey: 1 }, { unique: true });
refundSchema.index({ nextAttemptAt: 1 });
refundSchema.index({ chargeId: 1, status: 1 });
refundSchema.index({ paymentId: 1 });

export const RefundModel = model('Refund', refundSchema);
