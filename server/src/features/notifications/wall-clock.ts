import type { ReaderLocale } from './reader-locale.ts';
import { remember } from './remember.ts';

/** A place to read a clock in, and how its reader writes what it shows. */
export type Reading = { zone: string; locale: ReaderLocale };

/** What calendar and clock on a wall show, in a reader's words. */
export type WallClock = {
  weekday: string;
  date: string;
  time: string;
  zoneName: string;
  /** `GMT-4`, `EDT` */
  offset: () => string;
  /** `Eastern Time`, true in summer and winter. */
  genericZoneName: () => string;
};

/** Reads the clock of a zone at an instant. */
export function wallClock(instant: Date, { zone, locale: { intl } }: Reading): WallClock {
  const language = intl ?? 'en-GB';
  return {
    ...(intl === null ? plainWallClock(instant, zone) : regionalWallClock(instant, zone, intl)),
    offset: () => partsOf(offsetFormat(language, zone), instant)('timeZoneName'),
    genericZoneName: () => partsOf(genericFormat(language, zone), instant)('timeZoneName'),
  };
}

type Shown = Pick<WallClock, 'weekday' | 'date' | 'time' | 'zoneName'>;

function regionalWallClock(instant: Date, zone: string, intl: string): Shown {
  const { date, time, names } = regionalFormats(intl, zone);
  const part = partsOf(names, instant);
  return {
    weekday: part('weekday'),
    date: plainSpaces(date.format(instant)),
    time: plainSpaces(time.format(instant)),
    zoneName: part('timeZoneName'),
  };
}

function plainWallClock(instant: Date, zone: string): Shown {
  const part = partsOf(plainFormat('en-GB', zone), instant);
  const weekday = part('weekday');
  return {
    weekday,
    date: `${weekday}, ${part('day')} ${part('month')} ${part('year')}`,
    time: `${part('hour')}:${part('minute')}`,
    zoneName: part('timeZoneName'),
  };
}

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

const offsetFormat = remember(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZoneName: 'short', timeZone }),
);

const genericFormat = remember(
  (locale, timeZone) => new Intl.DateTimeFormat(locale, { timeZoneName: 'longGeneric', timeZone }),
);

/** Intl separates by narrow and thin spaces, which some mail programs draw as boxes. */
function plainSpaces(text: string): string {
  return text.replaceAll(/[\u2009\u202F]/g, ' ');
}

/** The parts of an instant by their names. */
export function partsOf(format: Intl.DateTimeFormat, instant: Date): (type: Intl.DateTimeFormatPartTypes) => string {
  // Assembled from parts: the punctuation between them changes from one ICU version to the next.
  const found = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return (type) => found.get(type) ?? '';
}
