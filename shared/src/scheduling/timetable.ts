import { dayOfWall } from './civil-date.ts';
import { planDays } from './day-plans.ts';
import { type Interval, merged } from './intervals.ts';
import type { Hours } from './query.ts';
import { minuteMs } from '../time/index.ts';
import { instantsOfWall } from './wall-clock.ts';
import { type OffsetSpan, offsetSpans } from './zone-offsets.ts';

/** An expert's hours in instants. Working time and breaks are sorted and disjoint. */
export type Timetable = {
  /** Every start of the grid in the range, sorted, each once. */
  readonly starts: readonly number[];
  /** Includes the breaks. Hours that follow each other without a gap are one interval. */
  readonly working: readonly Interval[];
  readonly breaks: readonly Interval[];
};

/** The timetable for slots that start in `range` and last `lengthMs`. */
export function timetable(hours: Hours, range: Interval, lengthMs: number): Timetable {
  const startSpans = offsetSpans(hours.timezone, range);
  const spans = offsetSpans(hours.timezone, { start: range.start, end: range.end + lengthMs });
  const days = wallDays(spans);
  // Hours and breaks reach into the next day at most, so the day before the first is enough.
  const plan = planDays(hours, days.first - 1, days.last);
  const gridMs = hours.slotDuration * minuteMs;
  return {
    starts: ascending(gridStarts(plan.hours, startSpans, gridMs)),
    working: merged(instantsOfWall(plan.hours, spans)),
    breaks: merged(instantsOfWall(plan.breaks, spans)),
  };
}

/** The first and the last day that the wall clock shows during `spans`. */
function wallDays(spans: readonly OffsetSpan[]): { first: number; last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end, offset } of spans) {
    first = Math.min(first, dayOfWall(start + offset));
    last = Math.max(last, dayOfWall(end - 1 + offset));
  }
  return { first, last };
}

/**
 * The instants at which the wall clock shows the start of some hours plus whole steps (S2). The grid hangs on the clock,
 * not on elapsed time: a reading that the clocks skip is no start, one that they repeat is two.
 */
function gridStarts(hours: readonly Interval[], spans: readonly OffsetSpan[], gridMs: number): number[] {
  const starts: number[] = [];
  for (const wall of hours) {
    for (const span of spans) {
      const anchor = wall.start - span.offset;
      const end = Math.min(wall.end - span.offset, span.end);
      const skipped = Math.max(0, Math.ceil((span.start - anchor) / gridMs));
      for (let start = anchor + skipped * gridMs; start < end; start += gridMs) starts.push(start);
    }
  }
  return starts;
}

/** Hours that overlap (a night shift and the next morning) have grids that mix or coincide; most schedules have none. */
function ascending(starts: number[]): number[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const start of starts) {
    if (start <= before) return [...new Set(starts)].sort((a, b) => a - b);
    before = start;
  }
  return starts;
}
