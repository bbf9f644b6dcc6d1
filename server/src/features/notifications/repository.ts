import type { ClientSession } from 'mongoose';
import { OutboxModel, type OutboxRecord } from './model.ts';

/** How long a row belongs to whoever sends it, unless renewed (rule E3). */
export const sendLeaseMs = 30_000;

/** Writes a row unless its key exists: the first one stands (rule E1). */
export async function insertOnce(row: OutboxRecord, session?: ClientSession): Promise<void> {
  const { _id, ...rest } = row;
  await OutboxModel.updateOne({ _id }, { $setOnInsert: rest }, { upsert: true, ...(session && { session }) });
}

/** Takes the row that has been due longest, for the length of a lease; null when nothing is due. */
export async function claimDueRow(claim: { now: Date; leaseToken: string }): Promise<OutboxRecord | null> {
  const { now, leaseToken } = claim;
  return OutboxModel.findOneAndUpdate(
    { status: { $in: ['queued', 'sending'] }, nextAttemptAt: { $lte: now } },
    { $set: { status: 'sending', leaseToken, nextAttemptAt: leaseEnd(now) }, $inc: { attempts: 1 } },
    { sort: { nextAttemptAt: 1 }, returnDocument: 'after' },
  ).lean();
}

type Held = { _id: string; leaseToken: string };

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
