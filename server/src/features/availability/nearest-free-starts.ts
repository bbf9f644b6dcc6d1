import { dayMs } from '@serene/shared/time';
import { freeStarts } from '@serene/shared/scheduling';
import { horizonOf } from './horizon.ts';
import { loadSlotQuery, type SlotRange } from './slot-query.ts';

type Wanted = Pick<SlotRange, 'expert' | 'terms' | 'now'> & {
  /** The start that could not be had. */
  around: Date;
  count?: number;
};

/**
 * The free starts nearest to one that is gone, before and after it, earliest first: what its customer is offered
 * instead. Looks at a day on either side, then further, up to now and the horizon.
 */
export async function nearestFreeStarts({ around, count = 3, ...wanted }: Wanted): Promise<Date[]> {
  const earliest = wanted.now.getTime();
  const horizon = horizonOf(wanted.terms, wanted.now);
  const centre = Math.min(Math.max(around.getTime(), earliest), horizon);
  for (let reach = dayMs; ; reach *= 4) {
    const from = Math.max(centre - reach, earliest);
    const to = Math.min(centre + reach, horizon);
    const starts = freeStarts(await loadSlotQuery({ ...wanted, from, to }));
    const sawEverything = from === earliest && to === horizon;
    if (starts.length >= count || sawEverything) return nearest(starts, centre, count);
  }
}

function nearest(starts: readonly number[], centre: number, count: number): Date[] {
  return starts
    .toSorted((one, other) => Math.abs(one - centre) - Math.abs(other - centre))
    .slice(0, count)
    .toSorted((one, other) => one - other)
    .map((start) => new Date(start));
}
