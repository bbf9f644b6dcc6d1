import { liveStatuses, type SessionStatus } from '@serene/shared/contracts';
import type { ClientSession, QueryFilter, Types } from 'mongoose';
import { SessionModel, type SessionRecord } from './model.ts';

export async function insertSession(record: SessionRecord, session: ClientSession): Promise<void> {
  await SessionModel.create([record], { session });
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
}): Promise<SessionRecord | null> {
  return SessionModel.findOne({ ...slot, status: { $in: [...liveStatuses] } }).lean();
}

/** An expert's live sessions that start at `from` or later, soonest first. */
export async function findLiveSessionsOfExpert(expertId: Types.ObjectId, from: Date): Promise<SessionRecord[]> {
  return SessionModel.find({ expertId, startsAt: { $gte: from }, status: { $in: [...liveStatuses] } })
    .sort({ startsAt: 1 })
    .lean();
}

export type SessionTab = 'upcoming' | 'past' | 'cancelled';
/** The last session of a page: the next page begins behind it. */
export type SessionCursor = { startsAt: Date; id: Types.ObjectId };

type SessionListQuery = {
  owner: { userId: Types.ObjectId } | { expertId: Types.ObjectId };
  tab: SessionTab;
  now: Date;
  after: SessionCursor | null;
  limit: number;
};

/** One page of a person's sessions: upcoming soonest first, the others latest first. */
export async function listSessions({ owner, tab, now, after, limit }: SessionListQuery): Promise<SessionRecord[]> {
  const direction = tab === 'upcoming' ? 1 : -1;
  const filter: QueryFilter<SessionRecord> = { ...owner, ...tabFilter(tab, now) };
  if (after) {
    const beyond = direction === 1 ? '$gt' : '$lt';
    filter.$or = [
      { startsAt: { [beyond]: after.startsAt } },
      { startsAt: after.startsAt, _id: { [beyond]: after.id } },
    ];
  }
  return SessionModel.find(filter).sort({ startsAt: direction, _id: direction }).limit(limit).lean();
}

function tabFilter(tab: SessionTab, now: Date): QueryFilter<SessionRecord> {
  const live: SessionStatus[] = [...liveStatuses];
  if (tab === 'cancelled') return { status: 'cancelled' };
  if (tab === 'upcoming') return { status: { $in: live }, endsAt: { $gt: now } };
  return { status: { $ne: 'cancelled' }, endsAt: { $lte: now } };
}

/**
 * Confirmed sessions that start in `(now, until]` and were booked or moved before their reminder was due (rule E2).
 * Read through the index { status, startsAt }, so the number of all sessions does not matter.
 */
export async function findSessionsToRemind(window: {
  now: Date;
  until: Date;
  offsetMs: number;
}): Promise<SessionRecord[]> {
  const candidates = await SessionModel.find({
    status: 'confirmed',
    startsAt: { $gt: window.now, $lte: window.until },
  }).lean();
  return candidates.filter(
    (session) => session.bookedOrMovedAt.getTime() <= session.startsAt.getTime() - window.offsetMs,
  );
}
