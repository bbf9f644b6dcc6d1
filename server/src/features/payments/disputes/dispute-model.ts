import { disputeStatuses, type DisputeStatus } from '@serene/shared/contracts';
import { model, Schema, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

/** A customer's bank disputes a charge. */
export type DisputeRecord = {
  /** The gateway's id. */
  _id: string;
  paymentId: Types.ObjectId;
  chargeId: Types.ObjectId;
  providerPaymentId: string;
  /** What it was about when we first heard of it: so much of the charge is disputed until it ends. */
  amountMinor: number;
  /** What of that the bank took in the end. */
  lostMinor: number;
  currency: string;
  status: DisputeStatus;
  phase: string;
  reasonCode: string;
  /** Until when it can be contested in the gateway's dashboard. */
  respondBy: Date | null;
  openedAt: Date;
  updatedAt: Date;
};

const id = { type: Schema.Types.ObjectId, required: true } as const;

const disputeSchema = new Schema<DisputeRecord>(
  {
    _id: { type: String, required: true },
    paymentId: id,
    chargeId: id,
    providerPaymentId: { type: String, required: true },
    amountMinor: { type: Number, required: true },
    lostMinor: { type: Number, default: 0 },
    currency: { type: String, required: true },
    status: { type: String, enum: disputeStatuses, required: true },
    phase: { type: String, required: true },
    reasonCode: { type: String, required: true },
    respondBy: { type: Date, default: null },
    openedAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  } satisfies SchemaFields<DisputeRecord>,
  { collection: 'disputes', versionKey: false },
);
disputeSchema.index({ openedAt: -1 });
disputeSchema.index({ status: 1 });

export const DisputeModel = model('Dispute', disputeSchema);
