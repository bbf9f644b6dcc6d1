import { plainEnglish, type ReaderLocale } from './reader-locale.ts';
import { remember } from './remember.ts';

type Interval = { startsAt: Date; endsAt: Date };

/** An interval as the people of one zone read it. */
export type LocalTime = {
  /** `Thursday, 15 January 2026` */
  date: string;
  /** `23:30` */
  start: string;
  /** `23:30 – 00:30 (Friday)` */
  time: string;
  /** `Eastern Daylight Time (America/New_York)`: the name tells apart the two 01:30 of an autumn night. */
  zone: string;
};

/** A place to read a clock in, and how its reader writes what it shows. */
type Reading = { zone: string; locale: ReaderLocale };

/** Describes an interval on the wall clock of a zone, as its reader writes dates and times. */
export function localTime({ startsAt, endsAt }: Interval, reading: Reading): LocalTime {
  const start = wallClock(startsAt, reading);
  const end = wallClock(endsAt, reading);
  return {
    date: start.date,
    start: start.time,
    time: `${start.time} – ${end.time}${start.date === end.date ? '' : ` (${end.weekday})`}`,
    zone: `${start.zoneName} (${reading.zone})`,
  };
}

/** `Thursday, 15 January 2026` */
export function localDate(instant: Date, reading: Reading): string {
  return wallClock(instant, reading).date;
}

/** `Thursday, 15 January 2026, 14:00`, where the zone is named beside it. */
export function localStart(startsAt: Date, reading: Reading): string {
  const { date, time } = wallClock(startsAt, reading);
  return `${date}, ${time}`;
}

/** `Thursday, 15 January 2026, 14:00 Eastern Standard Time (America/New_York)`: a moment that nothing beside it explains. */
export function localMoment(instant: Date, reading: Reading): string {
  const { date, time, zoneName } = wallClock(instant, reading);
  return `${date}, ${time} ${zoneName} (${reading.zone})`;
}

/** Whether people in two zones read the same wall clock at an instant. */
export function sameWallClock(instant: Date, [one, other]: [string, string]): boolean {
  const read = (zone: string) => localStart(instant, { zone, locale: plainEnglish });
  return read(one) === read(other);
}

/** The day of an instant as somebody in `zone` speaks of it at `now`. */
export function relativeDay(instant: Date, { now, zone }: { now: Date; zone: string }): 'today' | 'tomorrow' | 'other' {
  const daysAhead = dayNumber(instant, zone) - dayNumber(now, zone);
  if (daysAhead === 0) return 'today';
  return daysAhead === 1 ? 'tomorrow' : 'other';
}

type WallClock = { weekday: string; date: string; time: string; zoneName: string };

function wallClock(instant: Date, { zone, locale: { intl } }: Reading): WallClock {
  if (intl === null) return plainWallClock(instant, zone);
  const { date, time, names } = regionalFormats(intl, zone);
  const part = partsOf(names, instant);
  return {
    weekday: part('weekday'),
    date: plainSpaces(date.format(instant)),
    time: plainSpaces(time.format(instant)),
    zoneName: part('timeZoneName'),
  };
}

function plainWallClock(instant: Date, zone: string): WallClock {
  const part = partsOf(plainFormat('en-GB', zone), instant);
  const weekday = part('weekday');
  return {
    weekday,
    date: `${weekday}, ${part('day')} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
    zoneName: part('timeZoneName'),
  };
}

/** Days from 1 January 1970 to the calendar day of `instant` in `zone`. */
function dayNumber(instant: Date, zone: string): number {
  const part = partsOf(dayFormat('en-GB', zone), instant);
  return Date.UTC(Number(part('year')), Number(part('month')) - 1, Number(part('day'))) / 86_400_000;
}

const dayFormat = remember(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric', timeZone }),
);

const plainFormat = remember(
  (locale, timeZone) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'long',
      timeZone,
    }),
);

const regionalFormats = remember((locale, timeZone) => ({
  date: new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone }),
  time: new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }),
  names: new Intl.DateTimeFormat(locale, { weekday: 'long', timeZoneName: 'long', timeZone }),
}));

/** Intl separates by narrow and thin spaces, which some mail programs draw as boxes. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u2009\u202F]/g, ' ');
}

function partsOf(format: Intl.DateTimeFormat, instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  // Assembled from parts: the punctuation between them changes from one ICU version to the next.
  const found = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (type) => found.get(type) ?? '';
}
