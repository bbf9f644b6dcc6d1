import type { Schedule } from '../contracts/schedule.ts';

/** When an expert works, whatever is booked with them (rule F2). Wall clocks are in `timezone`. */
export type Hours = Pick<
  Schedule,
  'timezone' | 'slotDuration' | 'workingHours' | 'breakTimes' | 'dateOverrides' | 'timeOff'
>;

/** On which terms one length of an offer can be booked (rule F2). */
export type Terms = Pick<Schedule, 'bufferMinutes' | 'minimumNoticeMinutes' | 'maximumAdvanceDays'> & {
  readonly durationMinutes: number;
};

/** The hours in a schedule, which is stored as one. */
export function hoursOf(schedule: Schedule): Hours {
  const { timezone, slotDuration, workingHours, breakTimes, dateOverrides, timeOff } = schedule;
  return { timezone, slotDuration, workingHours, breakTimes, dateOverrides, timeOff };
}

/** The terms in a schedule, of a session of so many minutes. */
export function termsOf(schedule: Schedule, durationMinutes: number): Terms {
  const { bufferMinutes, minimumNoticeMinutes, maximumAdvanceDays } = schedule;
  return { durationMinutes, bufferMinutes, minimumNoticeMinutes, maximumAdvanceDays };
}

/** Time taken by a claim: `[startsAt, busyUntil)` as stored, in epoch milliseconds (S1). `booked` unless said. */
export type BusyTime = readonly [startsAt: number, busyUntil: number, kind?: BusyKind];
export type BusyKind = 'held' | 'booked';

/** What decides whether a start can be booked. Instants are epoch milliseconds. */
export type StartQuery = {
  readonly hours: Hours;
  readonly terms: Terms;
  /** In any order, overlapping or not. Leave out the caller's own hold (S1). */
  readonly busy: readonly BusyTime[];
  readonly now: number;
};

/** Asks for the starts in `[from, to)`; dates and times of the answer are wall clock in `timezone`. */
export type SlotQuery = StartQuery & { readonly from: number; readonly to: number; readonly timezone: string };
