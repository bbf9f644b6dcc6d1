import { dayMs, minuteMs } from '@serene/shared/time';
import { durations, type Duration, freeStarts } from '@serene/shared/scheduling';
import { offerOf, type ExpertRecord } from '../experts/index.ts';
import { horizonOf } from './horizon.ts';
import { loadSlotQuery, type SlotRange } from './slot-query.ts';

type Wanted = Pick<SlotRange, 'now' | 'exceptHoldOf'> & { expert: ExpertRecord; count: number };

type NextTimes = { expertId: string; duration: Duration; startsAt: string[] };

/** Most experts have a free time within so many days; only for the others it is worth looking further. */
const firstReachMs = 4 * dayMs;

/**
 * The next free starts of an expert for a session of an hour, or of the shortest length they offer. They do not overlap:
 * a quarter of an hour later would be hardly another choice.
 */
export async function nextFreeTimes({ expert, now, count, ...viewer }: Wanted): Promise<NextTimes> {
  const offer = offerOf(expert);
  const offered = offer.durations;
  const duration = offered.includes(60) ? 60 : (durations.find((one) => offered.includes(one)) ?? 60);
  if (offered.length === 0) return { expertId: expert._id.toHexString(), duration, startsAt: [] };
  const terms = offer.terms(duration);
  const horizon = horizonOf(terms, now);
  const from = now.getTime();
  for (let reach = firstReachMs; ; reach *= 4) {
    const to = Math.min(from + reach, horizon);
    const starts = freeStarts(await loadSlotQuery({ expert, terms, now, from, to, ...viewer }));
    const found = withoutOverlap(starts, duration * minuteMs).slice(0, count);
    if (found.length < count && to < horizon) continue;
    return {
      expertId: expert._id.toHexString(),
      duration,
      startsAt: found.map((start) => new Date(start).toISOString()),
    };
  }
}

function withoutOverlap(starts: readonly number[], lengthMs: number): number[] {
  const chosen: number[] = [];
  for (const start of starts) if (start >= (chosen.at(-1) ?? -Infinity) + lengthMs) chosen.push(start);
  return chosen;
}
