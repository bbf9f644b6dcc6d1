import { model, Schema } from 'mongoose';
import { AppError } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import { duplicateKeyFields } from '../infra/mongo.ts';

/**
 * Named limits: points per seconds. Kept in Mongo, so they hold for all API processes together. Those of an address are
 * wide, since an office or a mobile network is one address.
 */
export const limits = {
  'sign-in-address': { points: 100, duration: 300 },
  'sign-in-account': { points: 30, duration: 300 },
  'register-address': { points: 60, duration: 3600 },
  'refresh-address': { points: 300, duration: 300 },
  // Each is a mail to somebody, who may not have asked for it.
  'resend-account': { points: 5, duration: 3600 },
  'resend-address': { points: 30, duration: 3600 },
  'forgot-account': { points: 5, duration: 3600 },
  'forgot-address': { points: 30, duration: 3600 },
  // Whoever follows a link that was mailed.
  'link-address': { points: 100, duration: 300 },
  'order-person': { points: 20, duration: 300 },
  'order-address': { points: 100, duration: 300 },
  // What asks the gateway: its patience is shared by all customers. Pages ask a few times for a booking, never in a loop.
  'settle-person': { points: 60, duration: 300 },
  'callback-address': { points: 100, duration: 300 },
  'receipt-person': { points: 60, duration: 300 },
  // A calendar service reads for many people from few addresses.
  'feed-address': { points: 600, duration: 300 },
  // Mail services of many readers post from few addresses.
  'unsubscribe-address': { points: 300, duration: 300 },
} as const;
export type LimitName = keyof typeof limits;

/** Counts one use. @throws AppError TOO_MANY_REQUESTS with the seconds to wait */
export type RateLimit = (name: LimitName, key: string) => Promise<void>;

/** The uses in one window of time; its name, key and number are the `_id`. */
type RateCount = { _id: string; uses: number; expiresAt: Date };

const rateCountSchema = new Schema<RateCount>(
  {
    _id: { type: String, required: true },
    uses: { type: Number, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'ratecounts', versionKey: false },
);

// Only tidies up: a window that is over is never asked for again.
rateCountSchema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });

export const RateCountModel = model('RateCount', rateCountSchema);

/** Limits kept in the connected database; `off` (load tests) lets everything pass. */
export function createRateLimit(mode: 'on' | 'off', clock: Clock): RateLimit {
  if (mode === 'off') return () => Promise.resolve();
  return async (name, key) => {
    const { points, duration } = limits[name];
    const now = clock.now().getTime();
    const window = Math.floor(now / (duration * 1_000));
    const expiresAt = new Date((window + 1) * duration * 1_000);
    if (await countUse({ _id: `${name}:${key}:${window}`, expiresAt }, points)) return;
    const seconds = Math.max(1, Math.ceil((expiresAt.getTime() - now) / 1_000));
    throw new AppError('TOO_MANY_REQUESTS', `Too many tries. Wait ${seconds} seconds.`, {
      retryAfterSeconds: seconds,
    });
  };
}

/** Adds a use unless the window is full, in which case its row is not matched. @returns whether there was room */
async function countUse({ _id, expiresAt }: Pick<RateCount, '_id' | 'expiresAt'>, most: number): Promise<boolean> {
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

/** The address that limits count by; behind a proxy Express takes it from the headers that TRUST_PROXY allows. */
export function addressOf({ ip }: { ip?: string | undefined }): string {
  return ip ?? 'unknown';
}
