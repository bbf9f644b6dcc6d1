import { minuteMs } from '@serene/shared/time';
import type { SessionRole } from '@serene/shared/lifecycle';
import { cellsOf, wallClockAt, type Terms } from '@serene/shared/scheduling';
import type { ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../infra/mongo.ts';
import { checkBookable } from '../availability/index.ts';
import { busyUntilOf, moveClaim } from '../claims/index.ts';
import { confirmSchedule } from '../experts/index.ts';
import { findBookedOffer } from '../offers/index.ts';
import { makeRoom, slotTaken } from '../payments/index.ts';
import {
  answerDeadline,
  findExpertAccount,
  type MailAccount,
  type SessionPeople,
  type SessionRecord,
} from '../sessions/index.ts';
import { enqueueMovedMails } from './moved-mails.ts';
import { changeSession, loadForAction, overtaken, type OwnSession } from './session-change.ts';

type Move = { sessionId: string; principal: Principal; startsAt: Date };

/**
 * Moves a session to another start that is offered now: its claim moves in place, the payment stays, the revision is
 * raised, both people get a mail (rule L3). Its own time is not in its way, so a quarter of an hour later is fine. A
 * customer who did not choose the new time themselves can cancel or move it for free until it starts.
 * @throws AppError SLOT_TAKEN, SLOT_NOT_BOOKABLE, INVALID_TRANSITION, VALIDATION_FAILED for the time it has already
 */
export async function rescheduleSession({ clock }: { clock: Clock }, wish: Move): Promise<SessionPeople> {
  const now = clock.now();
  const { sessionId, principal, startsAt } = wish;
  const own = await loadForAction('reschedule', { sessionId, principal, now });
  const { expert, session: read } = own;
  if (read.startsAt.getTime() === startsAt.getTime()) {
    throw new AppError('VALIDATION_FAILED', 'startsAt: is already the time of this session');
  }
  if (!expert.isActive) throw stopped();
  const ownHold = own.role === 'customer' ? { exceptHoldOf: principal.userId } : {};
  const terms = (await findBookedOffer(expert, read.sessionTypeId)).terms(read.duration);
  await checkBookable({ expert, terms, startsAt, exceptClaim: read.claimId, ...ownHold }, now);
  try {
    const move = { startsAt, now, terms, expertAccount: await findExpertAccount(expert) };
    const session = await inTransaction((transaction) => moveInTransaction(own, move, transaction), {
      timeOf: expert._id,
    });
    return { ...own, session };
  } catch (error) {
    if (duplicateKeyFields(error)?.includes('cells')) throw slotTaken();
    throw error;
  }
}

async function moveInTransaction(
  own: OwnSession,
  { startsAt, now, terms, expertAccount }: { startsAt: Date; now: Date; terms: Terms; expertAccount: MailAccount },
  transaction: ClientSession,
): Promise<SessionRecord> {
  const { expert, session: read } = own;
  const session = await changeSession(own, { now, set: newTime(own, startsAt, now) }, transaction);
  if (!(await confirmSchedule(expert, now, transaction))) throw overtaken();
  const busyUntil = busyUntilOf(session.endsAt, terms);
  const cells = cellsOf(startsAt.getTime(), busyUntil.getTime());
  const place = { expertId: read.expertId, userId: read.userId, cells };
  await makeRoom(place, { now, replaces: null, moves: read.claimId }, transaction);
  const moved = await moveClaim(read.claimId, { startsAt, endsAt: session.endsAt, busyUntil, cells }, transaction);
  if (!moved) throw new AppError('INTERNAL', 'The session lacks its claim.');
  await enqueueMovedMails({ ...own, session, expertAccount, previous: read }, transaction);
  return session;
}

function newTime({ session, expert, role }: OwnSession, startsAt: Date, now: Date) {
  const { timezone } = expert.schedule;
  const wallClock = wallClockAt(startsAt.getTime(), timezone);
  const answerBy = session.answerBy && answerDeadline({ askedAt: session.createdAt, startsAt });
  return {
    startsAt,
    endsAt: new Date(startsAt.getTime() + session.duration * minuteMs),
    scheduledDate: wallClock.date,
    scheduledTime: wallClock.time,
    timezone,
    answerBy,
    ...policyAfterMove(session, role),
    bookedOrMovedAt: now,
  };
}

/** Whoever did not choose the time gives it back for free until it begins; a choice of their own is as it was booked. */
function policyAfterMove({ policy, bookedPolicy = policy }: SessionRecord, role: SessionRole) {
  return role === 'customer'
    ? { policy: bookedPolicy }
    : { policy: { ...bookedPolicy, freeUntilHours: 0 }, bookedPolicy };
}

function stopped(): AppError {
  return new AppError('SLOT_NOT_BOOKABLE', 'The expert is not taking sessions now. You can still cancel this one.');
}
