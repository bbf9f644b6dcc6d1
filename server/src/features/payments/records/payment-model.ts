import { paymentStatuses, type CancellationPolicy, type PaymentStatus } from '@serene/shared/contracts';
import { type Duration } from '@serene/shared/scheduling';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

/** What a payment pays for, as the customer saw it when they held the slot (rule O3). */
export type BookingSnapshot = {
  startsAt: Date;
  endsAt: Date;
  busyUntil: Date;
  /** Minutes. */
  duration: Duration;
  sessionTypeId: Types.ObjectId | null;
  policy: CancellationPolicy;
  /** Whether the expert accepts first; absent in payments of before, which go by what is true when they settle. */
  requiresApproval?: boolean;
  clientTimezone: string;
};

/** One order at the gateway. */
export type PaymentRecord = {
  _id: Types.ObjectId;
  provider: PaymentProvider;
  /** Absent until the gateway has made its order (rule O1). */
  orderId?: string;
  expertId: Types.ObjectId;
  userId: Types.ObjectId;
  claimId: Types.ObjectId;
  /** What it pays for; absent in payments of before, which are their own booking (rule N1). */
  bookingId?: Types.ObjectId;
  amountMinor: number;
  currency: string;
  booking: BookingSnapshot;
  status: PaymentStatus;
  /** The charge that settled it, or whose slot was lost: any other captured charge is refunded (rule M6). */
  chargeId: Types.ObjectId | null;
  sessionId: Types.ObjectId | null;
  nextCheckAt?: Date;
  /** When the gateway was last asked for somebody who looks at the booking (rule P4). */
  askedAt?: Date;
  /** Whether an attempt had failed by then and none was on its way. */
  hasFailed?: boolean;
  createdAt: Date;
  updatedAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const paymentSchema = new Schema<PaymentRecord>(
  {
    provider: { type: String, required: true },
    orderId: { type: String },
    expertId: id,
    userId: id,
    claimId: id,
    bookingId: { type: Schema.Types.ObjectId },
    amountMinor: { type: Number, required: true },
    currency: { type: String, required: true },
    booking: { type: Schema.Types.Mixed, required: true },
    status: { type: String, enum: paymentStatuses, required: true },
    chargeId: { type: Schema.Types.ObjectId, default: null },
    sessionId: { type: Schema.Types.ObjectId, default: null },
    nextCheckAt: { type: Date },
    askedAt: { type: Date },
    hasFailed: { type: Boolean },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  } satisfies SchemaFields<PaymentRecord>,
  { collection: 'payments', versionKey: false },
);

// One payment for each order: two answers of the gateway cannot attach one order to two bookings.
paymentSchema.index(
  { provider: 1, orderId: 1 },
  { unique: true, partialFilterExpression: { orderId: { $type: 'string' } } },
);
// One payment for each booking, whoever repeats the request that makes it (rule B5).
paymentSchema.index(
  { expertId: 1, bookingId: 1 },
  { unique: true, partialFilterExpression: { bookingId: { $type: 'objectId' } } },
);
// No query is known to lie inside a filter by `$type`, so that what is looked for needs an index of its own.
paymentSchema.index({ orderId: 1 }, { sparse: true });
paymentSchema.index({ nextCheckAt: 1 }, { sparse: true });
paymentSchema.index({ userId: 1, createdAt: 1 });

export const PaymentModel = model('Payment', paymentSchema);
