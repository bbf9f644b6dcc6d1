import { instantsOf } from '@serene/shared/scheduling';
import { AppError } from '../../errors.ts';
import { localStart, plainEnglish } from '../notifications/index.ts';

type BookingTime = {
  /** Wall clock in `timezone`, an IANA zone. */
  date: string;
  time: string;
  timezone: string;
  /** ISO 8601; tells apart the two instants of a time that exists twice. */
  startsAt?: string | undefined;
};

/**
 * The instant that a customer means (rule S6).
 * @throws AppError VALIDATION_FAILED when `startsAt` disagrees with date and time, AMBIGUOUS_TIME with both instants
 *   when the clocks show the time twice, SLOT_NOT_BOOKABLE when they skip it
 */
export function parseBookingTime({ date, time, timezone: zone, startsAt }: BookingTime): Date {
  const instants = instantsOf(date, time, zone);
  if (startsAt !== undefined) return agreed(startsAt, instants, `${date} ${time} in ${zone}`);

  const [first, second] = instants;
  if (first === undefined) {
    throw new AppError('SLOT_NOT_BOOKABLE', `The clocks of ${zone} skip ${time} on ${date}. Choose another time.`);
  }
  if (second !== undefined) {
    const both = instants.map((instant) => new Date(instant));
    const [one, other] = both.map((instant) => localStart(instant, { zone, locale: plainEnglish }));
    throw new AppError(
      'AMBIGUOUS_TIME',
      `The clocks of ${zone} show ${time} twice on ${date}: ${one}, and ${other}. Send the one you mean as startsAt.`,
      { details: { instants: both.map((instant) => instant.toISOString()) } },
    );
  }
  return new Date(first);
}

function agreed(startsAt: string, instants: readonly number[], wallClock: string): Date {
  const instant = Date.parse(startsAt);
  if (instants.includes(instant)) return new Date(instant);
  const message = `is not ${wallClock}`;
  throw new AppError('VALIDATION_FAILED', `startsAt ${message}.`, {
    details: { issues: [{ in: 'body', path: 'startsAt', message }] },
  });
}
