import { model, Schema, type Types } from 'mongoose';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

const chargeStatuses = ['authorized', 'captured', 'lapsed', 'disputed', 'lost'] as const;
type ChargeStatus = (typeof chargeStatuses)[number];

/** Legal transitions of a charge (rule R4). */
export const chargeTransitions: Record<ChargeStatus, readonly ChargeStatus[]> = {
  authorized: ['captured', 'lapsed'],
  captured: ['disputed'],
  disputed: ['captured', 'lost'],
  lapsed: [],
  lost: [],
};

/** One authorised or captured payment at the gateway on one of our orders. */
export type ChargeRecord = {
  _id: Types.ObjectId;
  paymentId: Types.ObjectId;
  expertId: Types.ObjectId;
  provider: PaymentProvider;
  providerPaymentId: string;
  status: ChargeStatus;
  /** 0 until it is captured. */
  capturedMinor: number;
  /** Refunds that are asked for or done; with what a dispute took never more than was captured (rule R1). */
  refundedMinor: number;
  /** The part of `refundedMinor` that the gateway has processed. */
  returnedMinor: number;
  /** Refunds that failed for good and that nobody has asked for again. */
  owedMinor: number;
  /** What open disputes are about: while there is any, nothing can be refunded (rule R3). */
  disputedMinor: number;
  /** What the bank took back in disputes that were lost. */
  lostMinor: number;
  currency: string;
  feeMinor: number | null;
  taxMinor: number | null;
  method: string | null;
  createdAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const chargeSchema = new Schema<ChargeRecord>(
  {
    paymentId: id,
    expertId: id,
    provider: { type: String, required: true },
    providerPaymentId: { type: String, required: true },
    status: { type: String, enum: chargeStatuses, required: true },
    capturedMinor: { type: Number, required: true },
    refundedMinor: { type: Number, default: 0 },
    returnedMinor: { type: Number, default: 0 },
    owedMinor: { type: Number, default: 0 },
    disputedMinor: { type: Number, default: 0 },
    lostMinor: { type: Number, default: 0 },
    currency: { type: String, required: true },
    feeMinor: { type: Number, default: null },
    taxMinor: { type: Number, default: null },
    method: { type: String, default: null },
    createdAt: { type: Date, required: true },
  } satisfies SchemaFields<ChargeRecord>,
  { collection: 'charges', versionKey: false },
);

// One row for each payment at the gateway, whoever hears of it first: verify, webhook or reconciler.
chargeSchema.index({ provider: 1, providerPaymentId: 1 }, { unique: true });
chargeSchema.index({ paymentId: 1 });

export const ChargeModel = model('Charge', chargeSchema);
