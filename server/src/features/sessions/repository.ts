import { liveStatuses, type SessionStatus } from '@serene/shared/lifecycle';
import type { ClientSession, QueryFilter, Types } from 'mongoose';
import { SessionModel, type SessionActor, type SessionEnd, type SessionRecord } from './model.ts';

export async function insertSession(record: SessionRecord, transaction: ClientSession): Promise<void> {
  await SessionModel.create([record], { session: transaction });
}

export async function findSession(sessionId: Types.ObjectId): Promise<SessionRecord | null> {
  return SessionModel.findById(sessionId).lean();
}

/** The session that a payment bought; the payment names it since the two were written in one transaction. */
export async function findSessionOfPayment(payment: {
  sessionId: Types.ObjectId | null;
}): Promise<SessionRecord | null> {
  return payment.sessionId && findSession(payment.sessionId);
}

/** The customer's own live session at an instant: what a repeated free booking finds (rule M9). */
export async function findLiveSessionAt(slot: {
  expertId: Types.ObjectId;
  userId: Types.ObjectId;
  startsAt: Date;
  duration: number;
  sessionTypeId: Types.ObjectId | null;
}): Promise<SessionRecord | null> {
  return SessionModel.findOne({ ...slot, status: { $in: [...liveStatuses] } }).lean();
}

/** An expert's live sessions that start at `from` or later, soonest first. */
export async function findLiveSessionsOfExpert(expertId: Types.ObjectId, from: Date): Promise<SessionRecord[]> {
  return SessionModel.find({ expertId, startsAt: { $gte: from }, status: { $in: [...liveStatuses] } })
    .sort({ startsAt: 1 })
    .lean();
}

/** Whether a customer has booked for nothing before, whatever became of it. */
export async function hasBookedForFree(userId: Types.ObjectId, transaction: ClientSession): Promise<boolean> {
  return (await SessionModel.findOne({ userId, amountMinor: 0 }).session(transaction).lean()) !== null;
}

/** What of a free session decides whether another one may be booked. */
export type FreeSession = Pick<SessionRecord, 'startsAt' | 'status' | 'createdAt'>;

/**
 * The sessions that cost nothing of a customer with an expert that start after a moment, whatever became of them. Nobody
 * books a start that has passed, so all that were booked since are among them.
 */
export async function findFreeSessions(
  { userId, expertId }: { userId: Types.ObjectId; expertId: Types.ObjectId },
  since: Date,
  transaction: ClientSession,
): Promise<FreeSession[]> {
  // Named here, the expert would lead the embedded database to the index of all their sessions, which takes four times
  // as long as to look through those of one person.
  const own: (FreeSession & Pick<SessionRecord, 'expertId' | 'amountMinor'>)[] = await SessionModel.find(
    { userId, startsAt: { $gt: since } },
    { expertId: 1, amountMinor: 1, startsAt: 1, status: 1, createdAt: 1 },
  )
    .session(transaction)
    .lean();
  return own.filter((session) => session.amountMinor === 0 && session.expertId.equals(expertId));
}

/** The sessions of the ids that exist, in no particular order. */
export async function findSessionsByIds(
  ids: readonly Types.ObjectId[],
  transaction: ClientSession,
): Promise<SessionRecord[]> {
  return SessionModel.find({ _id: { $in: ids } })
    .session(transaction)
    .lean();
}

/** Whether a session is still to come. */
export function isAhead({ startsAt, status }: Pick<SessionRecord, 'startsAt' | 'status'>, now: Date): boolean {
  return startsAt > now && liveStatuses.some((live) => live === status);
}

/** What a change writes; the revision and the history go with it. */
export type SessionChange = {
  by: SessionActor;
  now: Date;
  set: Partial<Omit<SessionRecord, '_id' | 'revision' | 'history' | 'createdAt' | 'updatedAt'>>;
};

/**
 * Changes a session if nobody has since it was read: compare-and-set on status and revision (rules L1 and T4).
 * @returns the session as it is now, or null when somebody else decided
 */
export async function compareAndSetSession(
  read: SessionRecord,
  { by, now, set }: SessionChange,
  transaction: ClientSession,
): Promise<SessionRecord | null> {
  const status = set.status ?? read.status;
  const entry = { status, at: now, by };
  const result = await SessionModel.updateOne(
    { _id: read._id, status: read.status, revision: read.revision },
    { $set: { ...set, updatedAt: now }, $inc: { revision: 1 }, $push: { history: entry } },
    { session: transaction },
  );
  if (result.matchedCount === 0) return null;
  return { ...read, ...set, revision: read.revision + 1, history: [...read.history, entry], updatedAt: now };
}

/** Writes down what the end of a session really brought, in the transaction that ended it. */
export async function noteEnd(sessionId: Types.ObjectId, ended: SessionEnd, transaction: ClientSession): Promise<void> {
  await SessionModel.updateOne({ _id: sessionId }, { $set: { ended } }, { session: transaction });
}

/** Requests whose deadline has passed without an answer, the oldest first (rule L4). */
export async function findOverdueRequests(now: Date, limit: number): Promise<SessionRecord[]> {
  return SessionModel.find({ status: 'pending', answerBy: { $lte: now } })
    .sort({ startsAt: 1 })
    .limit(limit)
    .lean();
}

/** Sessions of a status that started at or before an instant, the oldest first. */
export async function findSessionsBegun(
  status: 'confirmed' | 'in-progress',
  { startedBy, limit }: { startedBy: Date; limit: number },
): Promise<SessionRecord[]> {
  return SessionModel.find({ status, startsAt: { $lte: startedBy } })
    .sort({ startsAt: 1 })
    .limit(limit)
    .lean();
}

/** A person's sessions that start at `from` or later and were not cancelled. */
export async function findSessionsFrom(
  owner: { userId: Types.ObjectId } | { expertId: Types.ObjectId },
  from: Date,
): Promise<SessionRecord[]> {
  return SessionModel.find({ ...owner, startsAt: { $gte: from }, status: { $ne: 'cancelled' } }).lean();
}

export type SessionTab = 'upcoming' | 'requests' | 'past' | 'cancelled';
/** The last session of a page: the next page begins behind it. */
export type SessionCursor = { startsAt: Date; id: Types.ObjectId };

type SessionListQuery = {
  owner: { userId: Types.ObjectId } | { expertId: Types.ObjectId };
  tab: SessionTab;
  now: Date;
  after: SessionCursor | null;
  limit: number;
};

/** One page of a person's sessions: those ahead soonest first, the others latest first. */
export async function listSessions({ owner, tab, now, after, limit }: SessionListQuery): Promise<SessionRecord[]> {
  const direction = tab === 'upcoming' || tab === 'requests' ? 1 : -1;
  const filter: QueryFilter<SessionRecord> = {
    ...owner,
    ...tabFilter(tab, now),
    ...(after ? behind(after, direction) : {}),
  };
  return SessionModel.find(filter).sort({ startsAt: direction, _id: direction }).limit(limit).lean();
}

/** One page of a person's sessions, latest start first. @param statuses null is any */
export async function listSessionsByStatus({
  owner,
  statuses,
  after,
  limit,
}: Pick<SessionListQuery, 'owner' | 'after' | 'limit'> & { statuses: SessionStatus[] | null }): Promise<
  SessionRecord[]
> {
  const filter = { ...owner, ...(statuses ? { status: { $in: statuses } } : {}), ...(after ? behind(after, -1) : {}) };
  return SessionModel.find(filter).sort({ startsAt: -1, _id: -1 }).limit(limit).lean();
}

/** An expert's sessions that their customers wrote a review of, latest first. */
export async function listReviewed(
  expertId: Types.ObjectId,
  { after, limit }: Pick<SessionListQuery, 'after' | 'limit'>,
): Promise<SessionRecord[]> {
  const filter = { expertId, review: { $type: 'string' as const }, ...(after ? behind(after, -1) : {}) };
  return SessionModel.find(filter).sort({ startsAt: -1, _id: -1 }).limit(limit).lean();
}

function behind({ startsAt, id }: SessionCursor, direction: 1 | -1): QueryFilter<SessionRecord> {
  const beyond = direction === 1 ? '$gt' : '$lt';
  return { $or: [{ startsAt: { [beyond]: startsAt } }, { startsAt, _id: { [beyond]: id } }] };
}

function tabFilter(tab: SessionTab, now: Date): QueryFilter<SessionRecord> {
  const live: SessionStatus[] = [...liveStatuses];
  if (tab === 'cancelled') return { status: 'cancelled' };
  if (tab === 'requests') return { status: 'pending', endsAt: { $gt: now } };
  const ahead = { status: { $in: live }, endsAt: { $gt: now } };
  if (tab === 'upcoming') return ahead;
  // Also what was completed, or missed, before its end.
  return { status: { $ne: 'cancelled' }, $nor: [ahead] };
}
