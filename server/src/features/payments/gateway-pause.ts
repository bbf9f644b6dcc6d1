import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../../infra/schema-fields.ts';
import type { PaymentProvider } from '../../gateways/payment/providers.ts';
import type { AppError } from '../../errors.ts';
import { firstStands } from '../../infra/mongo.ts';

/** While the gateway does not answer and has not said for how long, jobs leave it alone for this. */
const outagePauseMs = 15_000;

/** Since when and until when jobs leave a gateway alone. One row for each gateway and all they have to do with it, which stays as it is. */
type GatewayPause = { _id: PaymentProvider; since: Date; until: Date };

const gatewayPauseSchema = new Schema<GatewayPause>(
  {
    _id: { type: String, required: true },
    since: { type: Date, required: true },
    until: { type: Date, required: true },
  } satisfies SchemaFields<GatewayPause>,
  { collection: 'gatewaypauses', versionKey: false },
);

export const GatewayPauseModel = model('GatewayPause', gatewayPauseSchema);

/** Whether jobs are to leave a gateway alone now, since it is away or has asked for patience (429). */
export async function isGatewayPaused(provider: PaymentProvider, now: Date): Promise<boolean> {
  const pause = await GatewayPauseModel.findById(provider).lean();
  // One that begins later was written by a clock that was ahead.
  return pause !== null && pause.since <= now && now < pause.until;
}

/** Lets jobs leave a gateway alone, as long as it says or for a moment. Does nothing for any other failure. */
export async function pauseAfter(provider: PaymentProvider, failure: AppError | null, now: Date): Promise<void> {
  if (failure?.code !== 'GATEWAY_UNAVAILABLE') return;
  const pauseMs = failure.retryAfterSeconds === undefined ? outagePauseMs : failure.retryAfterSeconds * 1000;
  const pause = { since: now, until: new Date(now.getTime() + pauseMs) };
  await firstStands(GatewayPauseModel.updateOne({ _id: provider }, { $set: pause }, { upsert: true }));
}
