import { dayMs, minuteMs } from '../time/index.ts';

// A day is counted from 1970-01-01, a wall clock as the milliseconds it would show in UTC.
// `Date` serves as a calendar here: every call is pure, none reads a clock or the process's zone.

/** The day number of a date: 0 is 1970-01-01. Throws a RangeError for a date that does not exist. */
export function dayOfDate(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / dayMs;
  // Date.parse takes 2026-02-30 for the second of March.
  if (!Number.isInteger(day) || dateOfDay(day) !== date) throw new RangeError(`not a calendar date: ${date}`);
  return day;
}

/** The date of a day number, as `YYYY-MM-DD`. */
export function dateOfDay(day: number): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

/** The first day of the month after the one that `day` is in. */
export function firstOfNextMonth(day: number): number {
  const date = new Date(day * dayMs);
  return date.setUTCMonth(date.getUTCMonth() + 1, 1) / dayMs;
}

/** 0 is Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The date so many days later, or earlier: `addDays('2026-03-01', -1)` is `2026-02-28`. */
export function addDays(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days);
}

const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The minute of the day of `HH:mm`; `24:00` is 1440. Throws a RangeError for anything else. */
export function minuteOfTime(time: string): number {
  if (!clockTime.test(time)) throw new RangeError(`not a time of day: ${time}`);
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const times = Array.from({ length: 24 * 60 }, (_, minute) => {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`;
});

/** `HH:mm` of a wall clock. A month shows thousands of times, so they are read from a table. */
export function timeOfWall(wall: number): string {
  const minute = Math.floor((wall - dayOfWall(wall) * dayMs) / minuteMs);
  return times[minute] ?? '';
}

/** The day number that a wall clock shows. */
export function dayOfWall(wall: number): number {
  return Math.floor(wall / dayMs);
}
