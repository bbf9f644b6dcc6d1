import type { SlotReason } from '../contracts/experts.ts';
import { dateOfDay, dayOfWall, timeOfWall } from './civil-date.ts';
import type { Interval } from './intervals.ts';
import type { SlotQuery, StartQuery } from './query.ts';
import { timetable, type Timetable } from './timetable.ts';
import { dayMs, minuteMs } from '../time/index.ts';
import { earliestStart, judge, type Judge, latestStart, type Verdict } from './verdict.ts';
import { wallReader } from './wall-clock.ts';

/** A start of the grid. `time` is the wall clock in the query's zone; `reason` is there unless it is available. */
export type GridSlot = {
  readonly startsAt: number;
  readonly time: string;
  readonly available: boolean;
  readonly reason?: SlotReason;
};

/** Every start of the grid in the range, sorted, with its flag: what the picker shows. */
export function slots(query: SlotQuery): GridSlot[] {
  const range = { start: query.from, end: query.to };
  const { startsIn, verdictAt } = examine(query, range);
  const wallAt = wallReader(query.timezone, range);
  return startsIn([range]).map((startsAt) => {
    const time = timeOfWall(wallAt(startsAt));
    const verdict = verdictAt(startsAt);
    return verdict === 'free'
      ? { startsAt, time, available: true }
      : { startsAt, time, available: false, reason: verdict };
  });
}

/** The starts in the range that can be booked, sorted. */
export function freeStarts(query: SlotQuery): number[] {
  const { startsIn, freeWindows } = examine(query, bookableRange(query));
  return startsIn(freeWindows);
}

/** The first start in the range that can be booked. */
export function nextFreeStart(query: SlotQuery): number | null {
  return freeStarts(query)[0] ?? null;
}

/** The days of the query's zone on which at least one slot of the range can be booked, sorted. */
export function availableDates(query: SlotQuery): string[] {
  const wallAt = wallReader(query.timezone, bookableRange(query));
  const days = new Set(freeStarts(query).map((start) => dayOfWall(wallAt(start))));
  return [...days].sort((a, b) => a - b).map(dateOfDay);
}

/**
 * The verdict on one start, for whoever is about to book it: what `slots()` lists there (S1), or `off-grid` where it
 * lists nothing.
 */
export function checkStart(query: StartQuery, startsAt: number): Verdict | 'off-grid' {
  const range = { start: startsAt, end: startsAt + 1 };
  const { startsIn, verdictAt } = examine(query, range);
  return startsIn([range]).length === 0 ? 'off-grid' : verdictAt(startsAt);
}

type Examination = Judge & Pick<Timetable, 'startsIn'>;

// Longer than any horizon. A mistaken range fails here instead of filling the memory.
const longestRangeMs = 800 * dayMs;

/** The one core: which starts the grid has, and what is to be said of each, asked in order. */
function examine(query: StartQuery, range: Interval): Examination {
  if (!Number.isFinite(query.now) || !(range.end - range.start <= longestRangeMs)) {
    throw new RangeError('a slot query needs instants in epoch milliseconds and a range of at most 800 days');
  }
  const times = timetable(query.hours, range, query.terms.durationMinutes * minuteMs);
  return { startsIn: times.startsIn, ...judge(query, range, times) };
}

/** The part of the range outside of which nothing is free, so that lists of free starts skip it. */
function bookableRange(query: SlotQuery): Interval {
  return { start: Math.max(query.from, earliestStart(query)), end: Math.min(query.to, latestStart(query) + 1) };
}
