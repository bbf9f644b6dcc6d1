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

/** Describes an interval on the wall clock of `zone`. */
export function localTime({ startsAt, endsAt }: Interval, zone: string): LocalTime {
  const start = wallClock(startsAt, zone);
  const end = wallClock(endsAt, zone);
  return {
    date: start.date,
    start: start.time,
    time: `${start.time} – ${end.time}${start.date === end.date ? '' : ` (${end.weekday})`}`,
    zone: `${start.zoneName} (${zone})`,
  };
}

/** `Thursday, 15 January 2026` */
export function localDate(instant: Date, zone: string): string {
  return wallClock(instant, zone).date;
}

/** `Thursday, 15 January 2026, 14:00`, where the zone is named beside it. */
export function localStart(startsAt: Date, zone: string): string {
  const { date, time } = wallClock(startsAt, zone);
  return `${date}, ${time}`;
}

/** Whether people in two zones read the same wall clock at an instant. */
export function sameWallClock(instant: Date, [one, other]: [string, string]): boolean {
  return localStart(instant, one) === localStart(instant, other);
}

/** The day of an instant as somebody in `zone` speaks of it at `now`. */
export function relativeDay(instant: Date, { now, zone }: { now: Date; zone: string }): 'today' | 'tomorrow' | 'other' {
  const daysAhead = dayNumber(instant, zone) - dayNumber(now, zone);
  if (daysAhead === 0) return 'today';
  return daysAhead === 1 ? 'tomorrow' : 'other';
}

type WallClock = { weekday: string; date: string; time: string; zoneName: string };

function wallClock(instant: Date, zone: string): WallClock {
  const part = partsOf(wallClockFormat(zone), instant);
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
  const format = new Intl.DateTimeFormat('en-GB', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: zone,
  });
  const part = partsOf(format, instant);
  return Date.UTC(Number(part('year')), Number(part('month')) - 1, Number(part('day'))) / 86_400_000;
}

/** Most mails are about few zones, and making a format takes longer than all the rest of a mail. */
const formats = new Map<string, Intl.DateTimeFormat>();
const mostFormats = 100;

function wallClockFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'long',
    timeZone: zone,
  });
  if (formats.size >= mostFormats) formats.clear();
  formats.set(zone, format);
  return format;
}

function partsOf(format: Intl.DateTimeFormat, instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  // Assembled from parts: the punctuation between them changes from one ICU version to the next.
  const found = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (type) => found.get(type) ?? '';
}
