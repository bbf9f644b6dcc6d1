import { dateOfDay, dayOfDate, dayOfWall, firstOfNextMonth, minuteOfTime, timeOfWall } from './civil-date.ts';
import { type Interval, pointerOver } from './intervals.ts';
import { dayMs, minuteMs } from '../time/index.ts';
import { type OffsetSpan, offsetSpans } from './zone-offsets.ts';

/** What a clock and a calendar on the wall of `timezone` show at an instant. */
export function wallClockAt(instant: number, timezone: string): { date: string; time: string } {
  const wall = wallReader(timezone, { start: instant, end: instant + 1 })(instant);
  return { date: dateOfDay(dayOfWall(wall)), time: timeOfWall(wall) };
}

/** The date in `timezone` at an instant. */
export function dateOf(instant: number, timezone: string): string {
  return wallClockAt(instant, timezone).date;
}

/**
 * The instants at which the clocks of `timezone` show a date and a time, earliest first (S6):
 * none when the clocks skip that time, two when they show it twice.
 */
export function instantsOf(date: string, time: string, timezone: string): number[] {
  const wall = dayOfDate(date) * dayMs + minuteOfTime(time) * minuteMs;
  return instantsOfWall([{ start: wall, end: wall + 1 }], spansAround(wall, timezone)).map(({ start }) => start);
}

/**
 * A date of a zone as instants `[from, to)`. It begins when the zone's calendar first reaches the date, which is not
 * at 00:00 where the clocks skip midnight; the range of a date that the zone skips altogether is empty.
 */
export function dayBounds(date: string, timezone: string): { from: number; to: number } {
  const day = dayOfDate(date);
  return { from: startOfDay(day, timezone), to: startOfDay(day + 1, timezone) };
}

/** A month, `YYYY-MM`, of a zone as instants `[from, to)`. */
export function monthBounds(month: string, timezone: string): { from: number; to: number } {
  const first = dayOfDate(`${month}-01`);
  return { from: startOfDay(first, timezone), to: startOfDay(firstOfNextMonth(first), timezone) };
}

function startOfDay(day: number, timezone: string): number {
  const midnight = day * dayMs;
  for (const { start, end, offset } of spansAround(midnight, timezone)) {
    const reached = Math.max(start, midnight - offset);
    if (reached < end) return reached;
  }
  throw new RangeError(`${timezone} never reaches ${dateOfDay(day)}`);
}

/** Offsets stay under 24 hours, and no clock change is larger, so two days on either side see every reading. */
function spansAround(wall: number, timezone: string): OffsetSpan[] {
  return offsetSpans(timezone, { start: wall - 2 * dayMs, end: wall + 2 * dayMs });
}

/**
 * All time at which the wall clock reads inside one of `walls`. A range that the clocks skip gives nothing, one that
 * they repeat is there twice; a clock change inside a range splits it, with the true time elapsed on either side.
 */
export function instantsOfWall(walls: readonly Interval[], spans: readonly OffsetSpan[]): Interval[] {
  const instants: Interval[] = [];
  for (const wall of walls) {
    for (const span of spans) {
      const start = Math.max(wall.start - span.offset, span.start);
      const end = Math.min(wall.end - span.offset, span.end);
      if (start < end) instants.push({ start, end });
    }
  }
  return instants;
}

/** Reads the wall clock at instants of `range`, which must not decrease from call to call. */
export function wallReader(timezone: string, range: Interval): (instant: number) => number {
  const spanAt = pointerOver(offsetSpans(timezone, range));
  return (instant) => {
    const span = spanAt(instant);
    if (span === undefined) throw new RangeError(`${instant} is not in the range that was asked for`);
    return instant + span.offset;
  };
}
