import { dayMs } from '@serene/shared/time';
import type { ClientSession, Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { countFreeBooking, type UserRecord } from '../../auth/index.ts';
import { findFreeSessions, hasBookedForFree, isAhead } from '../../sessions/index.ts';
import { requireFewFreeInADay } from './free-in-a-day.ts';

/** How many free sessions a person may have ahead with one expert. */
export const mostFreeAhead = 3;

/**
 * Whether a person may book one more session for nothing (rule S4): the first confirms at once, a further one needs a
 * confirmed address, and nobody has more than three ahead with an expert. To be asked first in the transaction: it writes
 * the person's account, so of two bookings at once the second sees the other (rule T3).
 * @throws AppError EMAIL_NOT_CONFIRMED, FREE_SESSIONS_FULL
 */
export async function requireFreeAllowance(
  { customer, expertId, now }: { customer: UserRecord; expertId: Types.ObjectId; now: Date },
  transaction: ClientSession,
): Promise<void> {
  const userId = customer._id;
  const current = await countFreeBooking(customer, transaction);
  if (current === null) throw notFound('The account');
  if (current.emailVerifiedAt === null && (await hasBookedForFree(userId, transaction))) {
    throw new AppError(
      'EMAIL_NOT_CONFIRMED',
      'Confirm your email address before you book another free session. Ask for a new link if you have none.',
    );
  }
  // One read for both limits.
  const booked = await findFreeSessions({ userId, expertId }, new Date(now.getTime() - dayMs), transaction);
  if (booked.filter((session) => isAhead(session, now)).length >= mostFreeAhead) {
    throw new AppError(
      'FREE_SESSIONS_FULL',
      `You have ${mostFreeAhead} upcoming free sessions with this expert. Book again after one of them, or cancel one.`,
    );
  }
  requireFewFreeInADay(booked, now);
}
