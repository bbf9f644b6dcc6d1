import type { Duration } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import { findExpertById } from '../experts/index.ts';
import type { ToldDetails } from '../offers/index.ts';
import { parseBookingTime } from './parse-booking-time.ts';

/** What somebody asks to book: each door makes one of its own body, and use cases know no wire format (rule B1). */
export type BookingWish = {
  expertId: Types.ObjectId;
  /** Null is the expert's hour. */
  sessionTypeId: Types.ObjectId | null;
  duration: Duration;
  startsAt: Date;
  /** The IANA zone in which the customer chose; null for that of their profile. */
  clientTimezone: string | null;
  /** Whose booking it is to be. */
  userId: Types.ObjectId;
} & ToldDetails;

/** A wish for the expert's hour that tells nothing beside it. */
export const nothingTold = { sessionTypeId: null, answers: [], pathway: null, notes: null } as const;

/** A start as doors name it: wall clock in `timezone`, or in the expert's zone where that is absent. */
export type NamedStart = {
  expertId: string;
  date: string;
  time: string;
  timezone?: string | undefined;
  /** ISO 8601; tells apart the two instants of a time that exists twice (rule S6). */
  startsAt?: string | undefined;
};

/**
 * The expert, the instant and the zone that are meant.
 * @throws AppError NOT_FOUND without such an expert; VALIDATION_FAILED, AMBIGUOUS_TIME and SLOT_NOT_BOOKABLE as
 *   `parseBookingTime`
 */
export async function readStart(
  named: NamedStart,
): Promise<Pick<BookingWish, 'expertId' | 'startsAt'> & { timezone: string }> {
  const expertId = new Types.ObjectId(named.expertId);
  const timezone = named.timezone ?? (await zoneOf(expertId));
  return { expertId, timezone, startsAt: parseBookingTime({ ...named, timezone }) };
}

async function zoneOf(expertId: Types.ObjectId): Promise<string> {
  const expert = await findExpertById(expertId);
  if (!expert?.isActive) throw notFound('The expert');
  return expert.schedule.timezone;
}
