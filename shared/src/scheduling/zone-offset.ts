import { minuteMs, secondMs } from '../time/index.ts';

/** UTC offsets of one zone in milliseconds: wall clock = instant + offset. */
export type OffsetReader = (instant: number) => number;

/** Asks Intl, which takes microseconds: for a whole range, `offsetSpans` remembers. @throws RangeError unknown zone */
export function offsetReader(timezone: string): OffsetReader {
  const format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
  return (instant) => parseOffset(format.format(instant));
}

/** Reads `GMT`, `GMT+05:30` or, before standard time, `GMT-00:44:30` (ECMA-402, `timeZoneName: 'longOffset'`). */
function parseOffset(text: string): number {
  const match = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (match === null) throw new RangeError(`no offset in ${text}`);
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match;
  const size = (Number(hours) * 60 + Number(minutes)) * minuteMs + Number(seconds) * secondMs;
  return sign === '-' ? -size : size;
}
