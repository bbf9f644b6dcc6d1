import { minuteMs } from '@serene/shared/time';
import { clocksGoBack, isRepeated, offsetAt } from '@serene/shared/scheduling';
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

/** `Thursday` or `Thu`, by its number in a schedule, Sunday 0. */
export function weekdayName(day: number, weekday: 'long' | 'short' = 'long'): string {
  // The 4th was a Sunday; days of the week have no zone.
  return format(new Date(Date.UTC(2026, 0, 4 + day)), 'UTC', { weekday });
}

/** `Thu`, as the head of a column. */
export function shortWeekday(instant: Instant, zone: string): string {
  return format(instant, zone, { weekday: 'short' });
}

/** `2:00 pm`; in an hour that the clocks show twice with the offset, `1:30 am GMT-4`. */
export function clockTime(instant: Instant, zone: string): string {
  return isRepeated(epoch(instant), zone) ? clockTimeWithZone(instant, zone) : format(instant, zone, clock);
}

/** `2:00 pm IST` */
export function clockTimeWithZone(instant: Instant, zone: string): string {
  return format(instant, zone, { ...clock, timeZoneName: 'short' });
}

/** Start and end for places that show no zone: both with their offset where the clocks go back in between. */
export function clockTimes(start: Instant, end: Instant, zone: string): [start: string, end: string] {
  const goesBack = clocksGoBack({ start: epoch(start), end: epoch(end) }, zone);
  const write = goesBack ? clockTimeWithZone : clockTime;
  return [write(start, zone), write(end, zone)];
}

/**
 * `2:00 – 3:00 pm IST`, with both halves of the day where they differ, and with both offsets where the clocks change in
 * between, since one would be wrong for the other end: `1:30 am GMT-4 – 1:00 am GMT-5`.
 */
export function timeRange(start: Instant, end: Instant, zone: string): string {
  if (offsetAt(epoch(start), zone) !== offsetAt(epoch(end), zone)) {
    return `${clockTimeWithZone(start, zone)} – ${clockTimeWithZone(end, zone)}`;
  }
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
  const minutes = Math.round((new Date(instant).getTime() - now.getTime()) / minuteMs);
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  const hours = Math.round(minutes / 60);
  return Math.abs(hours) < 24 ? relative.format(hours, 'hour') : relative.format(Math.round(hours / 24), 'day');
}

function epoch(instant: Instant): number {
  return new Date(instant).getTime();
}

let relative: Intl.RelativeTimeFormat | undefined;

function format(instant: Instant, zone: string, options: Intl.DateTimeFormatOptions): string {
  return plainSpaces(formatter(zone, options).format(new Date(instant)));
}
