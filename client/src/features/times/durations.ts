import type { Duration } from '@serene/shared/contracts';

/** The durations the product knows; importing the contract's list would bring its schemas along. */
export const knownDurations: readonly Duration[] = [30, 60, 90, 120];

/** The known duration of so many minutes; an hour where there is none. */
export function durationOf(minutes: number): Duration {
  return knownDurations.find((known) => known === minutes) ?? 60;
}
