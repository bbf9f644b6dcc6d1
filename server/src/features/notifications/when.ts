import { dayMs } from '@serene/shared/time';
import { clocksGoBack, isRepeated, offsetAt } from '@serene/shared/scheduling';
import { remember } from './remember.ts';
import { partsOf, wallClock, type Reading, type WallClock } from './wall-clock.ts';

type Interval = { startsAt: Date; endsAt: Date };

/** An interval as the people of one zone read it. */
export type LocalTime = {
  /** `Thursday, 15 January 2026` */
  date: string;
  /** `23:30` */
  start: string;
  /** `23:30 – 00:30 (Friday)`; `01:30 GMT-4 – 01:00 GMT-5` where the clocks go back in between. */
  time: string;
  /**
   * `Eastern Daylight Time (America/New_York)`: the name tells apart the two 01:30 of an autumn night. Where the clocks
   * go back in between, neither name is true of the whole: `Eastern Time (America/New_York)`.
   */
  zone: string;
};

/** Describes an interval on the wall clock of a zone, as its reader writes dates and times. */
export function localTime(interval: Interval, reading: Reading): LocalTime {
  const { startsAt, endsAt } = interval;
  const start = wallClock(startsAt, reading);
  const end = wallClock(endsAt, reading);
  const bothNamed = clocksGoBack(instants(interval), reading.zone);
  const [from, to] = bothNamed ? [withOffset(start), withOffset(end)] : [start.time, end.time];
  return {
    date: start.date,
    start: start.time,
    time: `${from} – ${to}${start.date === end.date ? '' : ` (${end.weekday})`}`,
    zone: `${bothNamed ? start.genericZoneName() : start.zoneName} (${reading.zone})`,
  };
}

/** `Thursday, 15 January 2026` */
export function localDate(instant: Date, reading: Reading): string {
  return wallClock(instant, reading).date;
}

/** `14:00`, where no zone is named beside it; `01:30 GMT-4` where the clocks show 01:30 twice. */
export function localClock(instant: Date, reading: Reading): string {
  const clock = wallClock(instant, reading);
  return isRepeated(instant.getTime(), reading.zone) ? withOffset(clock) : clock.time;
}

/** `Thursday, 15 January 2026, 14:00`; `Sunday, 7 November 2027, 01:30 GMT-4` where the clocks show 01:30 twice. */
export function localStart(startsAt: Date, reading: Reading): string {
  return `${localDate(startsAt, reading)}, ${localClock(startsAt, reading)}`;
}

/**
 * An interval in words where the wall clock alone does not say which hour is meant: because it comes twice, or the
 * clocks go back in between. Null everywhere else.
 */
export function spelledOut(interval: Interval, reading: Reading): string | null {
  const { start, end } = instants(interval);
  const { zone } = reading;
  if (!clocksGoBack({ start, end }, zone) && !isRepeated(start, zone) && !isRepeated(end, zone)) return null;
  const words = localTime(interval, reading);
  return `${words.date}, ${words.time}, ${words.zone}`;
}

/** `Thursday, 15 January 2026, 14:00 Eastern Standard Time (America/New_York)`: a moment that nothing beside it explains. */
export function localMoment(instant: Date, reading: Reading): string {
  const { date, time, zoneName } = wallClock(instant, reading);
  return `${date}, ${time} ${zoneName} (${reading.zone})`;
}

/** Whether people in two zones read the same wall clock at an instant. */
export function sameWallClock(instant: Date, [one, other]: [string, string]): boolean {
  return offsetAt(instant.getTime(), one) === offsetAt(instant.getTime(), other);
}

function instants({ startsAt, endsAt }: Interval): { start: number; end: number } {
  return { start: startsAt.getTime(), end: endsAt.getTime() };
}

/** The day of an instant as somebody in `zone` speaks of it at `now`. */
export function relativeDay(instant: Date, { now, zone }: { now: Date; zone: string }): 'today' | 'tomorrow' | 'other' {
  const daysAhead = dayNumber(instant, zone) - dayNumber(now, zone);
  if (daysAhead === 0) return 'today';
  return daysAhead === 1 ? 'tomorrow' : 'other';
}

function withOffset({ time, offset }: WallClock): string {
  return `${time} ${offset()}`;
}

/** Days from 1 January 1970 to the calendar day of `instant` in `zone`. */
function dayNumber(instant: Date, zone: string): number {
  const part = partsOf(dayFormat('en-GB', zone), instant);
  return Date.UTC(Number(part('year')), Number(part('month')) - 1, Number(part('day'))) / dayMs;
}

const dayFormat = remember(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }),
);
