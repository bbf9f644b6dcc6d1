import { type Interval, overlap } from './intervals.ts';
import type { Hours } from './query.ts';
import { timetable } from './timetable.ts';

/**
 * Whether all of an interval, in epoch milliseconds, lies in working time, clear of breaks and time off: what a changed
 * schedule is asked about the sessions that were booked before (S5). Grid, notice and horizon do not matter to those.
 */
export function isWorkingTime(hours: Hours, interval: Interval): boolean {
  const { working, breaks } = timetable(hours, interval, 0);
  const isWorked = working.some(({ start, end }) => start <= interval.start && interval.end <= end);
  const isOff = hours.timeOff.some(({ startsAt, endsAt }) => {
    return overlap(interval, { start: Date.parse(startsAt), end: Date.parse(endsAt) });
  });
  return isWorked && !isOff && !breaks.some((pause) => overlap(interval, pause));
}
