import type { BookingMailData } from '../mail-data.ts';
import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { localTime, sameWallClock } from '../when.ts';
import { mailWords } from '../words/index.ts';

type Person = { name: string; timezone: string };
type Row = [label: string, value: string];

/**
 * Date and time on the reader's wall clock with the name of the zone, and on the other person's where theirs differs:
 * the two must be able to talk about the hour.
 */
export function timeRows(
  interval: { startsAt: Date; endsAt: Date },
  { reader, other, locale }: { reader: Person; other: Person; locale: ReaderLocale },
): Row[] {
  const words = mailWords[locale.language].rows;
  const own = localTime(interval, { zone: reader.timezone, locale });
  const rows: Row[] = [
    [words.date, own.date],
    [words.time, `${own.time}, ${own.zone}`],
  ];
  if (sameWallClock(interval.startsAt, [reader.timezone, other.timezone])) return rows;
  const theirs = localTime(interval, { zone: other.timezone, locale });
  const date = theirs.date === own.date ? '' : `${theirs.date}, `;
  return [...rows, [words.forOther(other.name), `${date}${theirs.time}, ${theirs.zone}`]];
}

/** What an inbox shows of `timeRows`: the reader's own day and time. */
export function timePreview(rows: readonly Row[]): string {
  return rows
    .map(([, value]) => value)
    .slice(0, 2)
    .join(', ');
}

/** What was booked, where it is more than the expert's hour, and `60 minutes`. */
export function sessionRows(
  { title, duration }: { title?: string | null | undefined; duration: number },
  { language }: ReaderLocale,
): Row[] {
  const words = mailWords[language].rows;
  const length: Row = [words.duration, words.minutes(duration)];
  return title ? [[words.offer, title], length] : [length];
}

/** What the customer told the expert when they booked: in the expert's emails alone (rule F6). */
export function toldRows({ told }: Pick<BookingMailData, 'told'>, { language }: ReaderLocale): Row[] {
  const words = mailWords[language].rows;
  if (!told) return [];
  // Yes and no are kept as words of ours; other answers are the customer's.
  const spoken = (answer: string) => (answer === 'yes' ? words.yes : answer === 'no' ? words.no : answer);
  return [
    ...(told.pathway ? [[words.pathway, told.pathway] satisfies Row] : []),
    ...told.answers.map(({ question, answer }): Row => [question, spoken(answer)]),
    ...(told.notes ? [[words.notes, told.notes] satisfies Row] : []),
  ];
}

/** What was paid, or what a session costs of which nothing has been paid. */
export function amountRow(
  { amountMinor, currency }: Pick<BookingMailData, 'amountMinor' | 'currency'>,
  { isPaid, locale }: { isPaid: boolean; locale: ReaderLocale },
): Row {
  const words = mailWords[locale.language].rows;
  return [isPaid ? words.amountPaid : words.amount, formatMoney(amountMinor, currency, locale)];
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
