import type { Schedule } from '@serene/shared/contracts';

export const dayMs = 24 * 60 * 60_000;

/** The instant, in epoch milliseconds, from which on nothing can be booked yet. */
export function horizonOf({ maximumAdvanceDays }: Schedule, now: Date): number {
  // A start exactly that many days from now is the last one that can be booked.
  return now.getTime() + maximumAdvanceDays * dayMs + 1;
}
