import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';

/** One event as the gateway sent it, kept before it is answered and processed afterwards. */
export type WebhookEventRecord = {
  /** `{provider}:{event id}`. The unique key drops the copies of an event that is delivered again. */
  _id: string;
  event: string;
  /** What the event speaks of, by the gateway's ids. A hint only: the gateway is asked what is true (rule M1). */
  /** Of the checkout. */
  orderId: string | null;
  providerPaymentId: string | null;
  disputeId: string | null;
  payload: unknown;
  status: 'received' | 'processed' | 'ignored' | 'failed';
  attempts: number;
  nextAttemptAt: Date;
  lastError: string | null;
  receivedAt: Date;
};

const webhookEventSchema = new Schema<WebhookEventRecord>(
  {
    _id: { type: String, required: true },
    event: { type: String, required: true },
    orderId: { type: String, default: null },
    providerPaymentId: { type: String, default: null },
    disputeId: { type: String, default: null },
    payload: { type: Schema.Types.Mixed, required: true },
    status: { type: String, required: true },
    attempts: { type: Number, default: 0 },
    nextAttemptAt: { type: Date, required: true },
    lastError: { type: String, default: null },
    receivedAt: { type: Date, required: true },
  } satisfies SchemaFields<WebhookEventRecord>,
  { collection: 'webhookevents', versionKey: false },
);
webhookEventSchema.index({ status: 1, nextAttemptAt: 1 });

export const WebhookEventModel = model('WebhookEvent', webhookEventSchema);
