import type { Schedule } from '../contracts/schedule.ts';

/** Time taken by a claim: `[startsAt, busyUntil)` as stored, in epoch milliseconds (S1). `booked` unless said. */
export type BusyTime = readonly [startsAt: number, busyUntil: number, kind?: BusyKind];
export type BusyKind = 'held' | 'booked';

/** What decides whether a start can be booked. Instants are epoch milliseconds. */
export type StartQuery = {
  readonly schedule: Schedule;
  /** In any order, overlapping or not. Leave out the caller's own hold (S1). */
  readonly busy: readonly BusyTime[];
  readonly now: number;
  readonly durationMinutes: number;
};

/** Asks for the starts in `[from, to)`; dates and times of the answer are wall clock in `timezone`. */
export type SlotQuery = StartQuery & { readonly from: number; readonly to: number; readonly timezone: string };
