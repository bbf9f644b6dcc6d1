import type { ClientSession, Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { countFreeBooking } from '../../auth/index.ts';
import { countFreeSessionsAhead, hasBookedForFree } from '../../sessions/index.ts';
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
  { userId, expertId, now }: { userId: Types.ObjectId; expertId: Types.ObjectId; now: Date },
  transaction: ClientSession,
): Promise<void> {
  const customer = await countFreeBooking(userId, transaction);
  if (customer === null) throw notFound('The account');
  if (customer.emailVerifiedAt === null && (await hasBookedForFree(userId, transaction))) {
    throw new AppError(
      'EMAIL_NOT_CONFIRMED',
      'Confirm your email address before you book another free session. Ask for a new link if you have none.',
    );
  }
  if ((await countFreeSessionsAhead({ userId, expertId }, now, transaction)) >= mostFreeAhead) {
    throw new AppError(
      'FREE_SESSIONS_FULL',
      `You have ${mostFreeAhead} upcoming free sessions with this expert. Book again after one of them, or cancel one.`,
    );
  }
  await requireFewFreeInADay({ userId, expertId, now }, transaction);
}
