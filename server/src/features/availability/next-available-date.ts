import { dateOf, nextFreeStart } from '@serene/shared/scheduling';
import type { Viewed } from './list-slots.ts';
import { horizonOf } from './horizon.ts';
import { loadSlotQuery } from './slot-query.ts';

/** The first day of the viewer's zone, from an instant on, that has a free slot; null up to the horizon. */
export async function nextAvailableDate(viewed: Viewed, after: number): Promise<string | null> {
  const horizon = horizonOf(viewed.expert.schedule, viewed.now);
  const from = Math.max(after, viewed.now.getTime());
  if (from >= horizon) return null;
  const start = nextFreeStart(await loadSlotQuery({ ...viewed, from, to: horizon }));
  return start === null ? null : dateOf(start, viewed.timezone);
}
