import type { Types } from 'mongoose';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { IdempotencyKeyModel, type IdempotencyKeyRecord } from './model.ts';

/** @returns false when the key exists */
export async function insertKey(key: IdempotencyKeyRecord): Promise<boolean> {
  try {
    await IdempotencyKeyModel.create(key);
    return true;
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    return false;
  }
}

export async function findKey(id: string): Promise<IdempotencyKeyRecord | null> {
  return IdempotencyKeyModel.findById(id).lean();
}

/** Takes over a key whose request is not waited for any more. @returns false when somebody else did */
export async function lockKey({ _id, lockedUntil, bodyHash }: IdempotencyKeyRecord, until: Date): Promise<boolean> {
  const unchanged = { _id, lockedUntil, bodyHash, done: false };
  return (await IdempotencyKeyModel.updateOne(unchanged, { $set: { lockedUntil: until } })).matchedCount === 1;
}

/** Notes that a key's booking is made, which may be one that its person had already. */
export async function finishKey(_id: string, bookingId: Types.ObjectId): Promise<void> {
  await IdempotencyKeyModel.updateOne({ _id }, { $set: { done: true, bookingId } });
}

/** Lets the next request with this key go on at once. */
export async function unlockKey({ _id, lockedUntil }: IdempotencyKeyRecord, now: Date): Promise<void> {
  await IdempotencyKeyModel.updateOne({ _id, lockedUntil, done: false }, { $set: { lockedUntil: now } });
}

/** Forgets a key as it was read: its request was refused, or its time is over. */
export async function deleteKey({ _id, lockedUntil, bookingId }: IdempotencyKeyRecord): Promise<void> {
  await IdempotencyKeyModel.deleteOne({ _id, lockedUntil, bookingId });
}
