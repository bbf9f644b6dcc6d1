import { dayMs } from '@serene/shared/time';
import type { ClientSession, Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import { countFreeSessionsBooked } from '../../sessions/index.ts';

/** How many free sessions a person may book with one expert in a day, also where they cancel them again. */
export const mostFreeInADay = 6;

/**
 * Refuses one more free booking of a person in a day (rule S4): each is two emails to the expert, and those of one person
 * must not fill the expert's mailbox (rule E6). After `countFreeBooking` in the transaction, which keeps two at once apart.
 * @throws AppError FREE_SESSIONS_FULL
 */
export async function requireFewFreeInADay(
  { now, ...pair }: { userId: Types.ObjectId; expertId: Types.ObjectId; now: Date },
  transaction: ClientSession,
): Promise<void> {
  const booked = await countFreeSessionsBooked(pair, new Date(now.getTime() - dayMs), transaction);
  if (booked < mostFreeInADay) return;
  throw new AppError(
    'FREE_SESSIONS_FULL',
    `You have booked ${mostFreeInADay} free sessions with this expert in 24 hours, cancelled ones included. Move one you have, or book again tomorrow.`,
  );
}
