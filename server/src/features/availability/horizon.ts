import { dayMs } from '@serene/shared/time';
import type { Terms } from '@serene/shared/scheduling';

/** The instant, in epoch milliseconds, from which on nothing can be booked yet. */
export function horizonOf({ maximumAdvanceDays }: Terms, now: Date): number {
  // A start exactly that many days from now is the last one that can be booked.
  return now.getTime() + maximumAdvanceDays * dayMs + 1;
}
