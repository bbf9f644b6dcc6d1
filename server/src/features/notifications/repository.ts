import type { ClientSession } from 'mongoose';
import { OutboxModel, type OutboxRecord } from './model.ts';

/** A row and the proof that it is one's own for now. */
type Held = { _id: string; leaseToken: string };

/** How long a row belongs to whoever sends it, unless renewed (rule E3). */
export const sendLeaseMs = 30_000;

/** Writes a row unless its key exists: the first one stands (rule E1). */
export async function insertOnce(row: OutboxRecord, session?: ClientSession): Promise<void> {
  const { _id, ...rest } = row;
  await OutboxModel.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true, ...(session && { session }) });
}

/** Those of the keys that have a row, whatever became of it. */
export async function findWrittenKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await OutboxModel.find({ _id: { $in: keys } }, { _id: 1 }).lean();
  return new Set(rows.map((row) => row._id));
}

const isDue = (now: Date) => ({ status: { $in: ['queued', 'sending'] }, nextAttemptAt: { $lte: now } }) as const;

/** The keys of the rows that are due, longest first. */
export async function findDueKeys(now: Date, limit: number): Promise<string[]> {
  const rows = await OutboxModel.find(isDue(now), { _id: 1 }).sort({ nextAttemptAt: 1 }).limit(limit).lean();
  return rows.map((row) => row._id);
}

/** Takes a row for the length of a lease; null when it is no longer due, since another process was quicker. */
export async function claimRow(held: Held, now: Date): Promise<OutboxRecord | null> {
  const { _id, leaseToken } = held;
  // Not findOneAndUpdate: on the embedded database that reads the whole collection.
  const claimed = await OutboxModel.updateOne(
    { _id, ...isDue(now) },
    { $set: { status: 'sending', leaseToken, nextAttemptAt: leaseEnd(now) }, $inc: { attempts: 1 } },
  );
  return claimed.matchedCount === 0 ? null : OutboxModel.findOne(held).lean();
}

/** Keeps a row that is still being sent. */
export async function renewRow(held: Held, now: Date): Promise<void> {
  await OutboxModel.updateOne({ ...held, status: 'sending' }, { $set: { nextAttemptAt: leaseEnd(now) } });
}

/** What became of an attempt. */
export type Completion = Pick<OutboxRecord, 'status'> &
  Partial<Pick<OutboxRecord, 'nextAttemptAt' | 'lastError' | 'messageId' | 'sentAt'>>;

/** Writes down what became of a row. @returns false when the lease has passed to somebody else, whose word counts then */
export async function completeRow(held: Held, completion: Completion): Promise<boolean> {
  const result = await OutboxModel.updateOne(
    { ...held, status: 'sending' },
    { $set: { ...completion, leaseToken: null } },
  );
  return result.matchedCount === 1;
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + sendLeaseMs);
}
