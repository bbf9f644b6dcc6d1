import { model, Schema, type ClientSession, type Types } from 'mongoose';
import type { SchemaFields } from '../../../infra/schema-fields.ts';
import { AppError } from '../../../errors.ts';
import { firstStands } from '../../../infra/mongo.ts';
import { findLiveHolds } from '../../claims/index.ts';

/** How many times one network may hold at once: with one expert, and with all. */
export const mostHolds = { perExpert: 3, together: 10 };

/** The holds of one network. Claims say which of them stand; every new hold writes this row first (rule T3). */
type NetworkHoldsRecord = { _id: string; claimIds: Types.ObjectId[]; holds: number };

const networkHoldsSchema = new Schema<NetworkHoldsRecord>(
  {
    _id: { type: String, required: true },
    claimIds: { type: [Schema.Types.ObjectId], default: [] },
    holds: { type: Number, default: 0 },
  } satisfies SchemaFields<NetworkHoldsRecord>,
  { collection: 'networkholds', versionKey: false },
);

export const NetworkHoldsModel = model('NetworkHolds', networkHoldsSchema);

/** Makes the row of a network, outside the transaction, where two at once do no harm. */
export async function prepareNetwork(network: string): Promise<void> {
  const row = { $setOnInsert: { claimIds: [], holds: 0 } };
  await firstStands(NetworkHoldsModel.updateOne({ _id: network }, row, { upsert: true }));
}

type NewHold = { network: string; claimId: Types.ObjectId; expertId: Types.ObjectId; now: Date };

/**
 * Counts a new hold of a network (rule S4), in the transaction that makes it and after what it replaces is gone.
 * @throws AppError TOO_MANY_HOLDS with the seconds until the first of the others ends
 */
export async function countNetworkHold(hold: NewHold, transaction: ClientSession): Promise<void> {
  const { network: _id, claimId, expertId, now } = hold;
  await NetworkHoldsModel.updateOne({ _id }, { $inc: { holds: 1 } }, { session: transaction });
  const kept = await NetworkHoldsModel.findById(_id).session(transaction).lean();
  const live = await findLiveHolds(kept?.claimIds ?? [], now, transaction);
  const withExpert = live.filter((claim) => claim.expertId.equals(expertId));
  if (withExpert.length >= mostHolds.perExpert) throw tooManyHolds(withExpert, now);
  if (live.length >= mostHolds.together) throw tooManyHolds(live, now);
  const claimIds = [...live.map((claim) => claim._id), claimId];
  await NetworkHoldsModel.updateOne({ _id }, { $set: { claimIds } }, { session: transaction });
}

function tooManyHolds(holds: readonly { expiresAt?: Date }[], now: Date): AppError {
  const ends = holds.map(({ expiresAt }) => expiresAt?.getTime() ?? now.getTime());
  const retryAfterSeconds = Math.max(1, Math.ceil((Math.min(...ends) - now.getTime()) / 1_000));
  return new AppError(
    'TOO_MANY_HOLDS',
    'Too many times are being held from your network; you have not been charged. Try again in a few minutes, or use another connection, such as Wi-Fi instead of mobile data.',
    { retryAfterSeconds },
  );
}
