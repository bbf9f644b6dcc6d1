import { TZDate } from '@date-fns/tz';

/**
 * The day's noon in the zone: a `Date` that stands for the whole day, since no shift of the clock reaches it.
 * `new Date('2026-01-15')` would be midnight in London, which is the day before in New York.
 */
export function noonOf(day: string, zone: string): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new TZDate(year, month - 1, date, 12, 0, 0, zone);
}
