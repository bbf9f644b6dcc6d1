import type { ClientSession } from 'mongoose';
import { OutboxModel, type OutboxRecord, type OutboxStatus } from './model.ts';

/** A row and the proof that it is one's own for now. */
type Held = { _id: string; leaseToken: string };

/** How long a row belongs to whoever sends it, unless renewed (rule E3). */
export const sendLeaseMs = 30_000;

/** Writes a row unless its key exists: the first one stands (rule E1). */
export async function insertOnce(row: OutboxRecord, transaction?: ClientSession): Promise<void> {
  const { _id, ...rest } = row;
  // Not in bulk: the driver's errors of bulk writes hide that a connection broke, and that trying again would help.
  await OutboxModel.updateOne(
    { _id },
    { $setOnInsert: rest },
    { upsert: true, ...(transaction && { session: transaction }) },
  );
}

/** Those of the keys that have a row, whatever became of it. */
export async function findWrittenKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const rows = await OutboxModel.find({ _id: { $in: keys } }, { _id: 1 }).lean();
  return new Set(rows.map((row) => row._id));
}

/** Waiting for its time, or left behind by a process that died: its lease has ended then (rule E3). */
const unsent = ['queued', 'sending'] as const satisfies readonly OutboxStatus[];

/** A row that is due, and where it stands among the mails of its booking. */
export type DueMail = Pick<OutboxRecord, '_id' | 'template' | 'status' | 'createdAt' | 'data' | 'nextAttemptAt'>;

const duePart = { template: 1, status: 1, createdAt: 1, nextAttemptAt: 1, 'data.sessionId': 1, 'data.revision': 1 };

/**
 * The rows that are due, longest first. A query for each status: with `$in` the embedded database reads the whole outbox
 * instead of the range of the index.
 */
export async function findDueMails(now: Date, limit: number): Promise<DueMail[]> {
  const due: DueMail[] = [];
  for (const status of unsent) {
    const rows = await OutboxModel.find({ status, nextAttemptAt: { $lte: now } }, duePart)
      .sort({ nextAttemptAt: 1 })
      .limit(limit)
      .lean<DueMail[]>();
    due.push(...rows);
  }
  const longestFirst = due.toSorted((one, other) => one.nextAttemptAt.getTime() - other.nextAttemptAt.getTime());
  return longestFirst.slice(0, limit);
}

/** Takes a row for the length of a lease; null when it is no longer due, since another process was quicker. */
export async function claimRow(held: Held, now: Date): Promise<OutboxRecord | null> {
  const { _id, leaseToken } = held;
  // Not findOneAndUpdate: on the embedded database that reads the whole collection.
  const claimed = await OutboxModel.updateOne(
    { _id, status: { $in: unsent }, nextAttemptAt: { $lte: now } },
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
  Partial<Pick<OutboxRecord, 'nextAttemptAt' | 'attempts' | 'lastError' | 'failure' | 'skip' | 'messageId' | 'sentAt'>>;

/** Writes down what became of a row. @returns false when the lease has passed to somebody else, whose word counts then */
export async function completeRow(held: Held, completion: Completion): Promise<boolean> {
  const result = await OutboxModel.updateOne(
    { ...held, status: 'sending' },
    { $set: { ...completion, leaseToken: null } },
  );
  return result.matchedCount === 1;
}

/** Leaves a row out that waits, for the sake of a later one. @returns false when it is being sent, or has ended */
export async function skipReplaced(key: string): Promise<boolean> {
  const waiting = { _id: key, status: 'queued' } as const;
  return (await OutboxModel.updateOne(waiting, { $set: { status: 'skipped', skip: 'replaced' } })).matchedCount === 1;
}

function leaseEnd(now: Date): Date {
  return new Date(now.getTime() + sendLeaseMs);
}

/** A mail, whatever became of it; null once it was removed. */
export async function findMail(key: string): Promise<OutboxRecord | null> {
  return OutboxModel.findById(key).lean();
}

/** The mails about a session. */
export async function findMailsOfSession(sessionId: string): Promise<OutboxRecord[]> {
  return OutboxModel.find({ 'data.sessionId': sessionId }).lean();
}

/** A row's place in a list of mails. */
export type MailPosition = Pick<OutboxRecord, '_id' | 'nextAttemptAt'>;

/** One page of the mails of a status, latest first by when they were last due. */
export async function findMailPage(page: {
  status: OutboxStatus;
  after: MailPosition | null;
  limit: number;
}): Promise<OutboxRecord[]> {
  const { status, after, limit } = page;
  const beyond = after && [
    { nextAttemptAt: { $lt: after.nextAttemptAt } },
    { nextAttemptAt: after.nextAttemptAt, _id: { $lt: after._id } },
  ];
  return OutboxModel.find({ status, ...(beyond && { $or: beyond }) })
    .sort({ nextAttemptAt: -1, _id: -1 })
    .limit(limit)
    .lean();
}

/** Lets a mail that failed be tried anew. @returns false when it has not failed */
export async function requeueFailed(key: string, now: Date, transaction: ClientSession): Promise<boolean> {
  const result = await OutboxModel.updateOne(
    { _id: key, status: 'failed' },
    { $set: { status: 'queued', attempts: 0, nextAttemptAt: now, failure: null } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/** Removes the rows of a status that were last due before an instant. @returns how many */
export async function deleteEndedRows(status: OutboxStatus, before: Date): Promise<number> {
  return (await OutboxModel.deleteMany({ status, nextAttemptAt: { $lt: before } })).deletedCount;
}
