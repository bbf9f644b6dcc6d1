import { dayMs, minuteMs } from '@serene/shared/time';
import { type Duration, freeStarts } from '@serene/shared/scheduling';
import { hourlyOfferOf, type ExpertRecord, type Offer } from '../experts/index.ts';
import { offerOf, sessionTypesOf } from '../offers/index.ts';
import { horizonOf } from './horizon.ts';
import { loadSlotQuery, type SlotRange } from './slot-query.ts';

type Wanted = Pick<SlotRange, 'now' | 'exceptHoldOf'> & { expert: ExpertRecord; count: number };

type NextTimes = { expertId: string; sessionTypeId: string | null; duration: Duration; startsAt: string[] };

/** Most experts have a free time within so many days; only for the others it is worth looking further. */
const firstReachMs = 4 * dayMs;

/**
 * The next free starts of an expert for a session of an hour, or of the shortest length they offer; for their shortest
 * session type where they do not sell their hour. They do not overlap: a quarter of an hour later would be hardly another
 * choice.
 */
export async function nextFreeTimes({ expert, now, count, ...viewer }: Wanted): Promise<NextTimes> {
  const offer = await firstOffer(expert);
  const offered = offer.durations;
  const duration = offered.includes(60) ? 60 : (offered.toSorted((one, other) => one - other)[0] ?? 60);
  const found = {
    expertId: expert._id.toHexString(),
    sessionTypeId: offer.sessionTypeId?.toHexString() ?? null,
    duration,
  };
  if (offered.length === 0) return { ...found, startsAt: [] };
  const terms = offer.terms(duration);
  const horizon = horizonOf(terms, now);
  const from = now.getTime();
  for (let reach = firstReachMs; ; reach *= 4) {
    const to = Math.min(from + reach, horizon);
    const starts = freeStarts(await loadSlotQuery({ expert, terms, now, from, to, ...viewer }));
    const next = withoutOverlap(starts, duration * minuteMs).slice(0, count);
    if (next.length < count && to < horizon) continue;
    return { ...found, startsAt: next.map((start) => new Date(start).toISOString()) };
  }
}

async function firstOffer(expert: ExpertRecord): Promise<Offer> {
  const hour = hourlyOfferOf(expert);
  if (hour.durations.length > 0) return hour;
  const offers = (await sessionTypesOf(expert)).map((type) => offerOf(expert, type));
  return offers.find(({ durations }) => durations.length > 0) ?? hour;
}

function withoutOverlap(starts: readonly number[], lengthMs: number): number[] {
  const chosen: number[] = [];
  for (const start of starts) if (start >= (chosen.at(-1) ?? -Infinity) + lengthMs) chosen.push(start);
  return chosen;
}
