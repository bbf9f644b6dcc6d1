import { defaultSchedule, type Schedule } from '../contracts/schedule.ts';
import { hoursOf, type SlotQuery, termsOf } from './query.ts';
import { dayBounds } from './wall-clock.ts';

/** The instant of an ISO string, as the engine takes it. */
export function at(iso: string): number {
  return Date.parse(iso);
}

/** Instants as ISO strings, so that a failing test can be read. */
export function iso(instants: readonly number[]): string[] {
  return instants.map((instant) => new Date(instant).toISOString());
}

type ClockSpan = { start: string; end: string };

/** The same hours on the given weekdays, 0 is Sunday; every day unless said. */
export function hoursOn({ start, end }: ClockSpan, days: readonly number[] = [0, 1, 2, 3, 4, 5, 6]) {
  const on = (day: number) => ({ start, end, enabled: days.includes(day) });
  return { '0': on(0), '1': on(1), '2': on(2), '3': on(3), '4': on(4), '5': on(5), '6': on(6) };
}

/** An hourly grid from 9 to 17 on every day in UTC, without notice and with the longest horizon. */
export function buildSchedule(changes: Partial<Schedule> = {}): Schedule {
  return {
    ...defaultSchedule,
    timezone: 'UTC',
    slotDuration: 60,
    workingHours: hoursOn({ start: '09:00', end: '17:00' }),
    minimumNoticeMinutes: 0,
    maximumAdvanceDays: 365,
    ...changes,
  };
}

type QueryOfDay = Partial<Omit<SlotQuery, 'hours' | 'terms' | 'from' | 'to'>> & {
  schedule?: Partial<Schedule>;
  durationMinutes?: number;
};

/** A query for 60 minutes on one date of the expert's zone (or of `timezone`), asked two weeks before. */
export function buildQuery(date: string, { schedule, durationMinutes = 60, ...changes }: QueryOfDay = {}): SlotQuery {
  const built = buildSchedule(schedule);
  const timezone = changes.timezone ?? built.timezone;
  const day = dayBounds(date, timezone);
  const twoWeeks = 14 * 24 * 3_600_000;
  const terms = termsOf(built, durationMinutes);
  return { hours: hoursOf(built), terms, busy: [], ...day, now: day.from - twoWeeks, timezone, ...changes };
}
