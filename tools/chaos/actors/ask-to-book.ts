import type { EndpointKey, ErrorCode } from '@serene/shared/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Person } from './api-client.ts';
import type { Role, World } from './world.ts';

/** A request that books, by one of the doors. */
export type BookingRequest<K extends EndpointKey> = {
  /** @param key null to send it without one */
  send: (key: string | null) => Promise<Answer<K>>;
  /** Which booking an answer is about. */
  bookingIdOf: (answer: Answer<K>) => string | null;
};

const mostRepeats = 3;

/**
 * Asks to book as pages and programs do: with or without an Idempotency-Key, at times twice at once, and again when the
 * answer was lost, with the same key.
 */
export async function askToBook<K extends EndpointKey>(
  world: World,
  { person, random }: Pick<Role, 'random'> & { person: Person },
  request: BookingRequest<K>,
): Promise<Answer<K>> {
  // The release before knows no keys.
  const isKeyed = !world.stack.isMixed && random.chance(0.5);
  const key = isKeyed ? `key-${random.between(0, 2 ** 31)}-${random.between(0, 2 ** 31)}` : null;
  const ask = async () => {
    const answer = await request.send(key);
    const bookingId = request.bookingIdOf(answer);
    if (key !== null && bookingId !== null) {
      world.knownKeys.note(`${person.userId.toHexString()}:${key}`, bookingId);
      world.tally.count('did', 'booked with a key');
    }
    return answer;
  };
  const isDoubled = random.chance(isKeyed ? 0.15 : 0.05);
  const [first, second] = await Promise.all([ask(), isDoubled ? ask() : null]);
  let answer = isUncertain(first) && second ? second : first;
  for (let repeats = 0; repeats < (isKeyed ? mostRepeats : 1) && isUncertain(answer); repeats += 1) {
    if (isKeyed) await wait(random.between(100, 1_000));
    answer = await ask();
    world.tally.count('did', isKeyed ? 'repeats with its key' : 'repeats without a key');
  }
  return answer;
}

/** Nobody knows whether it was done, or it may be done yet. */
function isUncertain({ status, code }: { status: number | null; code?: ErrorCode }): boolean {
  return status === null || code === 'GATEWAY_UNAVAILABLE' || code === 'IDEMPOTENCY_KEY_IN_USE';
}
