import type { Question, SessionType } from '@serene/shared/contracts';
import { priceMinor } from '@serene/shared/money';
import type { Duration } from '@serene/shared/scheduling';
import type { Person } from './api-client.ts';
import type { ChaosExpert } from './market.ts';
import type { Role, World } from './world.ts';

/** An offer as a customer saw it a moment ago; its expert may have changed it since. */
export type SeenOffer = {
  /** Null is the expert's hour. */
  sessionTypeId: string | null;
  duration: Duration;
  priceMinor: number;
  questions: readonly Question[];
};

/** Most look at the first few only: those that everybody else looks at. */
const looksAt = 4;

/** The expert's hour, or one of their session types; null when there was none to see. */
export async function chooseOffer(
  { api, stack }: World,
  person: Person,
  { expert: { profile }, random }: Pick<Role, 'random'> & { expert: ChaosExpert },
): Promise<SeenOffer | null> {
  if (stack.isMixed || random.chance(0.5)) {
    const duration = random.pick(profile.schedule.durations);
    return { sessionTypeId: null, duration, priceMinor: priceMinor(profile.rateMinor, duration), questions: [] };
  }
  const answer = await api.call(person, 'GET /scheduling/session-types', {
    query: { expertId: profile._id.toHexString() },
  });
  if (!('body' in answer) || answer.body.sessionTypes.length === 0) return null;
  const types = answer.body.sessionTypes;
  return seen(random.pick(random.chance(0.7) ? types.slice(0, looksAt) : types));
}

function seen({ id, durationMinutes, priceMinor, questions }: SessionType): SeenOffer {
  return { sessionTypeId: id, duration: durationMinutes, priceMinor, questions };
}
