import { firstStands } from '../../../infra/mongo.ts';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import { WebhookEventModel, type WebhookEventRecord } from './webhook-event-model.ts';

/** Keeps an event; one that is there already stays as it is. */
export async function keepEvent(event: WebhookEventRecord): Promise<void> {
  await firstStands(WebhookEventModel.create(event));
}

/** A gateway's events that nobody has processed and whose moment has come. */
export async function findDueEvents(
  provider: PaymentProvider,
  now: Date,
  limit: number,
): Promise<WebhookEventRecord[]> {
  // Ids begin with the provider and a colon; the semicolon comes right after that.
  const ofProvider = { $gte: `${provider}:`, $lt: `${provider};` };
  return WebhookEventModel.find({ _id: ofProvider, status: 'received', nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1 })
    .limit(limit)
    .lean();
}

/** Writes down what became of an event, unless somebody else has already. */
export async function noteEvent(event: WebhookEventRecord, change: Partial<WebhookEventRecord>): Promise<void> {
  await WebhookEventModel.updateOne({ _id: event._id, status: 'received' }, { $set: change });
}
