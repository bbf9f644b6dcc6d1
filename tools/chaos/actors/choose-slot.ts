import { type Duration, wallClockAt } from '@serene/shared/scheduling';
import type { Person } from './api-client.ts';
import type { ChaosExpert } from './market.ts';
import type { Role, World } from './world.ts';

const dayMs = 24 * 60 * 60_000;
/** Everybody looks at the same day of the same expert for so long: that is what makes races. */
const fashionMs = 4_000;
const furthestDay = 12;

export type Wish = { expert: ChaosExpert; startsAt: string; duration: Duration };

/** A time that the customer saw as free a moment ago, like everybody else; null when nothing was. */
export async function chooseSlot(
  { api, market, stack }: World,
  person: Person,
  { random }: Role,
): Promise<Wish | null> {
  const isInFashion = random.chance(0.6);
  const fashion = Math.floor(Date.now() / fashionMs);
  const expert = isInFashion ? market.experts[fashion % market.experts.length] : random.pick(market.experts);
  const day = isInFashion ? 1 + (fashion % furthestDay) : random.between(0, furthestDay);
  if (!expert) return null;
  const duration = random.pick(expert.profile.schedule.durations);
  const { date } = wallClockAt(stack.clock.now().getTime() + day * dayMs, expert.profile.schedule.timezone);
  const answer = await api.call(person, 'GET /experts/:id/availability', {
    params: { id: expert.profile._id.toHexString() },
    query: { date, duration: `${duration}` },
  });
  if (!('body' in answer)) return null;
  const free = answer.body.availableSlots.filter(({ available }) => available);
  if (free.length === 0) return null;
  // Most take what comes first.
  const { startsAt } = random.pick(random.chance(0.7) ? free.slice(0, 3) : free);
  return { expert, startsAt, duration };
}
