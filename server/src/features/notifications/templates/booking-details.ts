import type { BookingMailData } from '../mail-data.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localTime, sameWallClock } from '../when.ts';

type Person = { name: string; timezone: string };
type Rows = [label: string, value: string][];

/**
 * Date and time on the reader's wall clock with the name of the zone, and on the other person's where theirs differs:
 * the two must be able to talk about the hour.
 */
export function timeRows(
  interval: { startsAt: Date; endsAt: Date },
  { reader, other, locale }: { reader: Person; other: Person; locale: ReaderLocale },
): Rows {
  const own = localTime(interval, { zone: reader.timezone, locale });
  const rows: Rows = [
    ['Date', own.date],
    ['Time', `${own.time}, ${own.zone}`],
  ];
  if (sameWallClock(interval.startsAt, [reader.timezone, other.timezone])) return rows;
  const theirs = localTime(interval, { zone: other.timezone, locale });
  const date = theirs.date === own.date ? '' : `${theirs.date}, `;
  return [...rows, [`For ${other.name}`, `${date}${theirs.time}, ${theirs.zone}`]];
}

/** `60 minutes` */
export function durationText(minutes: number): string {
  return `${minutes} minutes`;
}

/** The web page of a session: it offers the calendar, the receipt and the way in. */
export function sessionUrl(frontendUrl: string, { sessionId }: Pick<BookingMailData, 'sessionId'>): string {
  return pageUrl(frontendUrl, `/sessions/${sessionId}`);
}

/** The page of an expert, where another time can be chosen. */
export function expertUrl(frontendUrl: string, { slug }: { slug: string }): string {
  return pageUrl(frontendUrl, `/experts/${encodeURIComponent(slug)}`);
}

/** A page of the web app. */
export function pageUrl(frontendUrl: string, path: string): string {
  return new URL(path, frontendUrl).href;
}
