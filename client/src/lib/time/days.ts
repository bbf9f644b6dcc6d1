import { TZDate } from '@date-fns/tz';
import { addMonths, format } from 'date-fns';

/** The calendar day of an instant in the zone, `2026-01-15`. */
export function dayKey(instant: string | Date, zone: string): string {
  return format(inZone(instant, zone), 'yyyy-MM-dd');
}

/** The month of an instant in the zone, `2026-01`. */
export function monthKey(instant: string | Date, zone: string): string {
  return format(inZone(instant, zone), 'yyyy-MM');
}

/** The wall clock of an instant in the zone, `14:30`. */
export function wallTime(instant: string | Date, zone: string): string {
  return format(inZone(instant, zone), 'HH:mm');
}

/**
 * The day's noon in the zone: a `Date` that stands for the whole day, since no shift of the clock reaches it.
 * `new Date('2026-01-15')` would be midnight in London, which is the day before in New York.
 */
export function noonOf(day: string, zone: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, 12, 0, 0, zone);
}

/** The month after, `2026-02` for `2026-01`. */
export function nextMonthKey(month: string): string {
  // UTC only serves the arithmetic; a month has no zone.
  return monthKey(addMonths(noonOf(`${month}-01`, 'UTC'), 1), 'UTC');
}

function inZone(instant: string | Date, zone: string): TZDate {
  return new TZDate(new Date(instant).getTime(), zone);
}
