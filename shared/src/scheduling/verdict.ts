import type { SlotReason } from '../contracts/experts.ts';
import { type Interval, merged, overlap, pointerOver } from './intervals.ts';
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

/**
 * Judges starts of the timetable's grid that lie in `range`; they must not decrease from call to call.
 *
 * A start with several obstacles gets the one that lasts: what no waiting can change comes before what the expert
 * planned, and that before other people's bookings, which may be cancelled, and holds, which lapse. So `booked` and
 * `held` always mean that the time would be free otherwise (S7 answers them differently).
 *
 * The session must lie in working time, clear of breaks and time off. Its trailing buffer must only be clear of
 * claims: it may pass the end of work or run into a break (S2).
 */
export function judge(query: StartQuery, range: Interval, { working, breaks }: Timetable): (start: number) => Verdict {
  const lengthMs = query.terms.durationMinutes * minuteMs;
  const occupiedMs = lengthMs + query.terms.bufferMinutes * minuteMs;
  const earliest = earliestStart(query);
  const latest = latestStart(query);
  const reach = { start: range.start, end: range.end + occupiedMs };

  const workingAt = pointerOver(working);
  // In the order in which they are told. Most schedules have few kinds, and each that is there is asked of every start.
  const obstacles = [
    obstacle('outside', merged(timeOffWithin(reach, query)), lengthMs),
    obstacle('break', breaks, lengthMs),
    obstacle('booked', merged(busyWithin(reach, query.busy, 'booked')), occupiedMs),
    obstacle('held', merged(busyWithin(reach, query.busy, 'held')), occupiedMs),
  ].filter(({ isThere }) => isThere);

  return (start) => {
    if (start < query.now) return 'past';
    if (start < earliest) return 'notice';
    // A start of the grid is in working time; what is left to see is that its hours last long enough.
    if (start > latest || start + lengthMs > (workingAt(start)?.end ?? start)) return 'outside';
    for (const { reason, lengthMs: needed, intervalAt } of obstacles) {
      const next = intervalAt(start);
      if (next !== undefined && next.start < start + needed) return reason;
    }
    return 'free';
  };
}

/** What is in the way of a session that needs so much time from its start on. */
function obstacle(reason: SlotReason, intervals: readonly Interval[], lengthMs: number) {
  return { reason, lengthMs, intervalAt: pointerOver(intervals), isThere: intervals.length > 0 };
}

function timeOffWithin(reach: Interval, { hours }: StartQuery): Interval[] {
  return hours.timeOff
    .map(({ startsAt, endsAt }) => ({ start: Date.parse(startsAt), end: Date.parse(endsAt) }))
    .filter((off) => overlap(off, reach));
}

function busyWithin(reach: Interval, busy: readonly BusyTime[], wanted: BusyKind): Interval[] {
  const within: Interval[] = [];
  for (const [start, end, kind = 'booked'] of busy) {
    if (kind === wanted && start < reach.end && reach.start < end) within.push({ start, end });
  }
  return within;
}
