import type { SlotReason } from '../contracts/experts.ts';
import { type Interval, merged, overlap, pointerOver, without } from './intervals.ts';
import type { BusyKind, BusyTime, StartQuery } from './query.ts';
import type { Timetable } from './timetable.ts';
import { dayMs, minuteMs } from '../time/index.ts';

/** Whether a start of the grid can be booked, and if not, why. */
export type Verdict = 'free' | SlotReason;

/** The first instant that keeps the minimum notice, to the millisecond; a start at that instant is free. */
export function earliestStart({ terms, now }: StartQuery): number {
  return now + terms.minimumNoticeMinutes * minuteMs;
}

/** The horizon: a start exactly `maximumAdvanceDays` times 24 hours from now is the last that is free. */
export function latestStart({ terms, now }: StartQuery): number {
  return now + terms.maximumAdvanceDays * dayMs;
}

export type Judge = {
  /** When a session can start, as sorted intervals with gaps between them; which starts the grid has is another matter. */
  readonly freeWindows: readonly Interval[];
  /** To be asked of starts of the grid that do not decrease from call to call. */
  readonly verdictAt: (start: number) => Verdict;
};

/**
 * Judges starts that lie in `range`.
 *
 * A start with several obstacles gets the one that lasts: what no waiting can change comes before what the expert
 * planned, and that before other people's bookings, which may be cancelled, and holds, which lapse. So `booked` and
 * `held` always mean that the time would be free otherwise (S7 answers them differently).
 *
 * The session must lie in working time, clear of breaks and time off. Its trailing buffer must only be clear of
 * claims: it may pass the end of work or run into a break (S2).
 */
export function judge(query: StartQuery, range: Interval, { working, breaks }: Timetable): Judge {
  const lengthMs = query.terms.durationMinutes * minuteMs;
  const occupiedMs = lengthMs + query.terms.bufferMinutes * minuteMs;
  const earliest = earliestStart(query);
  const inTime = { start: Math.max(query.now, earliest), end: latestStart(query) + 1 };
  const reach = { start: range.start, end: range.end + occupiedMs };
  const timeOff = timeOffWithin(reach, query);

  const blocked: Interval[] = [];
  addStartsInto(blocked, timeOff, lengthMs);
  addStartsInto(blocked, breaks, lengthMs);
  addStartsInto(blocked, busyWithin(reach, query.busy), occupiedMs);
  const freeWindows = without(startsWithin(working, { lengthMs, inTime }), merged(blocked));
  const windowAt = pointerOver(freeWindows);
  let reasonAt: ReturnType<typeof reasons> | undefined;

  const verdictAt = (start: number): Verdict => {
    if (start < query.now) return 'past';
    if (start < earliest) return 'notice';
    if ((windowAt(start)?.start ?? Infinity) <= start) return 'free';
    reasonAt ??= reasons([
      { reason: 'outside', lengthMs, intervals: timeOff },
      { reason: 'break', lengthMs, intervals: breaks },
      { reason: 'booked', lengthMs: occupiedMs, intervals: busyWithin(reach, query.busy, 'booked') },
      { reason: 'held', lengthMs: occupiedMs, intervals: busyWithin(reach, query.busy, 'held') },
    ]);
    return start < inTime.end && hasRoom(start) ? reasonAt(start) : 'outside';
  };
  const workingAt = pointerOver(working);
  const hasRoom = (start: number) => start + lengthMs <= (workingAt(start)?.end ?? start);
  return { freeWindows, verdictAt };
}

/** Adds the starts, in whole milliseconds, from which a session that needs so much time would run into the intervals. */
function addStartsInto(starts: Interval[], intervals: readonly Interval[], lengthMs: number): void {
  for (const { start, end } of intervals) if (end > start) starts.push({ start: start - lengthMs + 1, end });
}

/** The starts in time from which a session ends within one of the intervals. */
function startsWithin(
  intervals: readonly Interval[],
  { lengthMs, inTime }: { lengthMs: number; inTime: Interval },
): Interval[] {
  const starts: Interval[] = [];
  for (const interval of intervals) {
    const start = Math.max(interval.start, inTime.start);
    const end = Math.min(interval.end - lengthMs + 1, inTime.end);
    if (start < end) starts.push({ start, end });
  }
  return starts;
}

type Obstacle = { readonly reason: SlotReason; readonly lengthMs: number; readonly intervals: readonly Interval[] };

/** Names the first of the obstacles, in their order, that is in the way of a start; some are. */
function reasons(obstacles: readonly Obstacle[]): (start: number) => Verdict {
  const pointers = obstacles.map(({ intervals, ...rest }) => ({ ...rest, intervalAt: pointerOver(merged(intervals)) }));
  return (start) => {
    const first = pointers.find(({ intervalAt, lengthMs }) => {
      const next = intervalAt(start);
      return next !== undefined && next.start < start + lengthMs;
    });
    return first?.reason ?? 'free';
  };
}

function timeOffWithin(reach: Interval, { hours }: StartQuery): Interval[] {
  return hours.timeOff
    .map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) }))
    .filter((off) => overlap(off, reach));
}

function busyWithin(reach: Interval, busy: readonly BusyTime[], wanted?: BusyKind): Interval[] {
  const within: Interval[] = [];
  for (const [start, end, kind = 'booked'] of busy) {
    const isWanted = wanted === undefined || kind === wanted;
    if (isWanted && start < reach.end && reach.start < end) within.push({ start, end });
  }
  return within;
}
