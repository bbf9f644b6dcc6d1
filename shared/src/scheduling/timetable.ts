import { dayOfWall } from './civil-date.ts';
import { planDays } from './day-plans.ts';
import { type Interval, merged, pointerOver } from './intervals.ts';
import type { Hours } from './query.ts';
import { minuteMs } from '../time/index.ts';
import { instantsOfWall } from './wall-clock.ts';
import { type OffsetSpan, offsetSpans } from './zone-offsets.ts';

/** An expert's hours in instants. Working time and breaks are sorted and disjoint. */
export type Timetable = {
  /** The starts of the grid in the range that lie in one of the windows, sorted, each once; windows are sorted, too. */
  readonly startsIn: (windows: readonly Interval[]) => number[];
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
    startsIn: (windows) => ascending(gridStarts({ hours: plan.hours, spans: startSpans, gridMs }, windows)),
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

type Grid = { hours: readonly Interval[]; spans: readonly OffsetSpan[]; gridMs: number };

/**
 * The instants at which the wall clock shows the start of some hours plus whole steps (S2). The grid hangs on the clock,
 * not on elapsed time: a reading that the clocks skip is no start, one that they repeat is two.
 */
function gridStarts({ hours, spans, gridMs }: Grid, windows: readonly Interval[]): number[] {
  const starts: number[] = [];
  let firstWindow = pointerOver(windows);
  let asked = Number.NEGATIVE_INFINITY;
  for (const wall of hours) {
    for (const span of spans) {
      const anchor = wall.start - span.offset;
      const begin = Math.max(anchor, span.start);
      const end = Math.min(wall.end - span.offset, span.end);
      if (begin >= end) continue;
      // A pointer never moves back, and where hours overlap or clocks go back, a stretch begins before the last one's end.
      if (begin < asked) firstWindow = pointerOver(windows);
      asked = end;
      for (let window = firstWindow(begin); window && window.start < end; window = firstWindow(window.end)) {
        const from = Math.max(begin, window.start);
        const to = Math.min(end, window.end);
        const skipped = Math.ceil((from - anchor) / gridMs);
        for (let start = anchor + skipped * gridMs; start < to; start += gridMs) starts.push(start);
        if (window.end >= end) break;
      }
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
