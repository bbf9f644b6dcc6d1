import { model, Schema } from 'mongoose';
import type { SchemaFields } from '../infra/schema-fields.ts';
import { duplicateKeyFields } from '../infra/mongo.ts';

/** The uses in one window of time; its limit, user and number are the `_id`. */
type RateCount = { _id: string; uses: number; expiresAt: Date };

const rateCountSchema = new Schema<RateCount>(
  {
    _id: { type: String, required: true },
    uses: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  } satisfies SchemaFields<RateCount>,
  { collection: 'ratecounts', versionKey: false },
);

// Only tidies up: a window that is over is never asked for again.
rateCountSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const RateCountModel = model('RateCount', rateCountSchema);

/** Counts a use unless the window is full, in which case its row is not matched. @returns whether there was room */
export async function countUse(
  { _id, expiresAt }: Pick<RateCount, '_id' | 'expiresAt'>,
  most: number,
): Promise<boolean> {
  const withRoom = { _id, uses: { $lt: most } };
  const oneMore = { $inc: { uses: 1 } };
  try {
    await RateCountModel.updateOne(withRoom, { ...oneMore, $setOnInsert: { expiresAt } }, { upsert: true });
    return true;
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    // The row exists: it is full, or somebody else made it at the same moment.
    return (await RateCountModel.updateOne(withRoom, oneMore)).matchedCount === 1;
  }
}
