import { wallClockAt } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import type { ExpertRecord } from '../src/features/experts/index.ts';
import { SessionModel, type SessionRecord } from '../src/features/sessions/index.ts';

/** Inserts a free session of an hour, without its claim: for those who only read sessions. */
export async function buildSession(
  expert: ExpertRecord,
  { startsAt, ...overrides }: Partial<Omit<SessionRecord, 'startsAt'>> & { startsAt: string },
): Promise<SessionRecord> {
  const start = new Date(startsAt);
  const _id = new Types.ObjectId();
  const { timezone } = expert.schedule;
  const wallClock = wallClockAt(start.getTime(), timezone);
  const session: SessionRecord = {
    _id,
    expertId: expert._id,
    userId: new Types.ObjectId(),
    claimId: new Types.ObjectId(),
    reference: _id.toHexString(),
    startsAt: start,
    endsAt: new Date(start.getTime() + 60 * 60_000),
    scheduledDate: wallClock.date,
    scheduledTime: wallClock.time,
    timezone,
    duration: 60,
    amountMinor: 0,
    currency: expert.currency,
    status: 'confirmed',
    revision: 0,
    bookedOrMovedAt: start,
    policy: expert.cancellationPolicy,
    clientTimezone: timezone,
    answerBy: null,
    autoCompletedAt: null,
    ended: null,
    rating: null,
    review: null,
    roomId: _id.toHexString(),
    sessionTypeId: null,
    history: [],
    createdAt: start,
    updatedAt: start,
    ...overrides,
  };
  await SessionModel.create(session);
  return session;
}
