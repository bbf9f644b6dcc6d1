import { intlLocale } from '../messages/translate.ts';
import { formatter, plainSpaces } from './formatters.ts';

/** An instant, as the API sends it or as a date. */
export type Instant = string | Date;

const clock = { hour: 'numeric', minute: '2-digit', hour12: true } as const;

/** `Thursday, 15 January 2026` */
export function longDay(instant: Instant, zone: string): string {
  return format(instant, zone, { dateStyle: 'full' });
}

/** `Thu, 15 Jan` */
export function shortDay(instant: Instant, zone: string): string {
  return format(instant, zone, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** `January 2026` */
export function monthName(instant: Instant, zone: string): string {
  return format(instant, zone, { month: 'long', year: 'numeric' });
}

/** `Thursday`, by its number in a schedule, Sunday 0. */
export function weekdayName(day: number): string {
  // The 4th was a Sunday; days of the week have no zone.
  return format(new Date(Date.UTC(2026, 0, 4 + day)), 'UTC', { weekday: 'long' });
}

/** `Thu`, as the head of a column. */
export function shortWeekday(instant: Instant, zone: string): string {
  return format(instant, zone, { weekday: 'short' });
}

/** `2:00 pm` */
export function clockTime(instant: Instant, zone: string): string {
  return format(instant, zone, clock);
}

/** `2:00 pm IST` */
export function clockTimeWithZone(instant: Instant, zone: string): string {
  return format(instant, zone, { ...clock, timeZoneName: 'short' });
}

/** `2:00 – 3:00 pm IST`, or with both halves of the day where they differ. */
export function timeRange(start: Instant, end: Instant, zone: string): string {
  const range = formatter(zone, { ...clock, timeZoneName: 'short' }).formatRange(new Date(start), new Date(end));
  return plainSpaces(range);
}

/** `Thu, 15 Jan, 2:00 pm IST` */
export function shortDayAndTime(instant: Instant, zone: string): string {
  return `${shortDay(instant, zone)}, ${clockTimeWithZone(instant, zone)}`;
}

/** `in 3 hours`, `in 2 days`; the largest unit that fits. */
export function timeUntil(instant: Instant, now: Date): string {
  relative ??= new Intl.RelativeTimeFormat(intlLocale());
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
}

let relative: Intl.RelativeTimeFormat | undefined;

function format(instant: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  return plainSpaces(formatter(zone, options).format(new Date(instant)));
}
