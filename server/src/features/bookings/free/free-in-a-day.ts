import { dayMs } from '@serene/shared/time';
import { AppError } from '../../../errors.ts';
import type { FreeSession } from '../../sessions/index.ts';

/** How many free sessions a person may book with one expert in a day, also where they cancel them again. */
export const mostFreeInADay = 6;

/**
 * Refuses one more free booking of a person in a day (rule S4): each is two emails to the expert, and those of one person
 * must not fill the expert's mailbox (rule E6). After `countFreeBooking` in the transaction, which keeps two at once apart.
 * @throws AppError FREE_SESSIONS_FULL
 */
export function requireFewFreeInADay(booked: readonly FreeSession[], now: Date): void {
  const inADay = booked.filter(({ createdAt }) => now.getTime() - createdAt.getTime() < dayMs);
  if (inADay.length < mostFreeInADay) return;
  throw new AppError(
    'FREE_SESSIONS_FULL',
    `You have booked ${mostFreeInADay} free sessions with this expert in 24 hours, cancelled ones included. Move one you have, or book again tomorrow.`,
  );
}
