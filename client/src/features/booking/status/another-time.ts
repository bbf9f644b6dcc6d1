import type { Booking } from '@serene/shared/contracts';
import { minuteMs } from '@serene/shared/time';
import { dayKey } from '../../../lib/time/days.ts';
import { bookingPath } from '../wizard/write-address.ts';

/** The times of the same offer, on the day that was wanted. */
export function anotherTimePath({ expert, sessionTypeId, startTime, endTime }: Booking, zone: string): string {
  const duration = (Date.parse(endTime) - Date.parse(startTime)) / minuteMs;
  const choice = { step: 'select-time', date: dayKey(startTime, zone), duration } as const;
  return bookingPath(expert.slug, choice, sessionTypeId);
}
