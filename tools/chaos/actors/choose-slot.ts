import { wallClockAt } from '@serene/shared/scheduling';
import type { Person } from './api-client.ts';
import { chooseOffer, type SeenOffer } from './choose-offer.ts';
import type { ChaosExpert } from './market.ts';
import type { Role, World } from './world.ts';

const dayMs = 24 * 60 * 60_000;
/** Everybody looks at the same day of the same expert for so long: that is what makes races. */
const fashionMs = 4_000;
const furthestDay = 12;

export type Wish = { expert: ChaosExpert; offer: SeenOffer; startsAt: string };

/** A time that the customer saw as free a moment ago, like everybody else; null when nothing was. */
export async function chooseSlot(world: World, person: Person, { random }: Role): Promise<Wish | null> {
  const { market, stack } = world;
  const isInFashion = random.chance(0.6);
  const fashion = Math.floor(Date.now() / fashionMs);
  const expert = isInFashion ? market.experts[fashion % market.experts.length] : random.pick(market.experts);
  const day = isInFashion ? 1 + (fashion % furthestDay) : random.between(0, furthestDay);
  if (!expert) return null;
  const offer = await chooseOffer(world, person, { expert, random });
  if (!offer) return null;
  const { date } = wallClockAt(stack.clock.now().getTime() + day * dayMs, expert.profile.schedule.timezone);
  const free = await listFree(world, person, { expert, offer, date });
  if (free.length === 0) return null;
  // Most take what comes first.
  const startsAt = random.pick(random.chance(0.7) ? free.slice(0, 3) : free);
  return { expert, offer, startsAt };
}

/** By the list of the expert's page for their hour, by that of the session types for these. */
async function listFree(
  { api }: World,
  person: Person,
  { expert: { profile }, offer, date }: Omit<Wish, 'startsAt'> & { date: string },
): Promise<string[]> {
  const expertId = profile._id.toHexString();
  const { sessionTypeId, duration } = offer;
  if (sessionTypeId === null) {
    const answer = await api.call(person, 'GET /experts/:id/availability', {
      params: { id: expertId },
      query: { date, duration: `${duration}` },
    });
    if (!('body' in answer)) return [];
    return answer.body.availableSlots.flatMap(({ available, startsAt }) => (available ? [startsAt] : []));
  }
  const answer = await api.call(person, 'GET /scheduling/time-slots', { query: { expertId, sessionTypeId, date } });
  if (!('body' in answer)) return [];
  return answer.body.timeSlots.flatMap(({ available, startTime }) => (available ? [startTime] : []));
}
