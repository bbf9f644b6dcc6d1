import { dateOf, nextFreeStart } from '@serene/shared/scheduling';
import { horizonOf } from './horizon.ts';
import { loadSlotQuery, type SlotView } from './slot-query.ts';

/** The first day of the viewer's zone, from an instant on, that has a free slot; null when none has up to the horizon. */
export async function nextAvailableDate(view: SlotView, after: number): Promise<string | null> {
  const horizon = horizonOf(view.terms, view.now);
  const from = Math.max(after, view.now.getTime());
  if (from >= horizon) return null;
  const start = nextFreeStart(await loadSlotQuery({ ...view, from, to: horizon }));
  return start === null ? null : dateOf(start, view.timezone);
}
