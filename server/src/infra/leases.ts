import { randomUUID } from 'node:crypto';
import { model, Schema } from 'mongoose';
import type { SchemaFields } from './schema-fields.ts';
import type { Clock } from './clock.ts';
import { duplicateKeyFields } from './mongo.ts';

/** How long a lease lasts unless it is renewed (rule E3). */
export const leaseMs = 30_000;
/** How far the clocks of two processes may differ. */
const clockSkewMs = 30_000;

type LeaseRecord = { _id: string; token: string; expiresAt: Date };

const leaseSchema = new Schema<LeaseRecord>(
  {
    _id: { type: String, required: true },
    token: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  } satisfies SchemaFields<LeaseRecord>,
  { collection: 'leases', versionKey: false },
);

export const LeaseModel = model('Lease', leaseSchema);

/**
 * Takes the lease `name` for 30 seconds. Two holders are possible when a process stalls past its lease, so work under
 * a lease must stay correct even if two run (rule E3).
 * @returns the token that renews and releases it, or null while somebody else holds it
 */
export async function acquireLease(name: string, clock: Clock): Promise<string | null> {
  const token = randomUUID();
  const now = clock.now();
  // A lease that ends later than any can was taken before the clock was moved back.
  const latestEnd = new Date(now.getTime() + leaseMs + clockSkewMs);
  try {
    const result = await LeaseModel.updateOne(
      { _id: name, $or: [{ expiresAt: { $lte: now } }, { expiresAt: { $gt: latestEnd } }] },
      { $set: { token, expiresAt: new Date(now.getTime() + leaseMs) } },
      { upsert: true },
    );
    return result.matchedCount + result.upsertedCount === 1 ? token : null;
  } catch (error) {
    // The row exists and is not due: the upsert ran into its _id.
    if (duplicateKeyFields(error) !== null) return null;
    throw error;
  }
}

/** Extends a lease. @returns false when it has been lost */
export async function renewLease(name: string, token: string, clock: Clock): Promise<boolean> {
  const expiresAt = new Date(clock.now().getTime() + leaseMs);
  return (await LeaseModel.updateOne({ _id: name, token }, { $set: { expiresAt } })).matchedCount === 1;
}

/** Gives a lease back; one that was lost meanwhile is left alone. */
export async function releaseLease(name: string, token: string): Promise<void> {
  await LeaseModel.deleteOne({ _id: name, token });
}
