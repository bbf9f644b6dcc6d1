import { limits, type Limit, type LimitName } from '@serene/shared/contracts';
import { AppError } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import { createCountsInMemory } from './counts-in-memory.ts';
import { countUse } from './use-count-model.ts';

/** Who uses something: a person, an address that somebody typed, or only the network that the request came from. */
export type Caller = { person?: string | undefined; network?: string | undefined };

/** Counts one use, of the person first and then of the network. @throws AppError TOO_MANY_REQUESTS with the wait */
export type RateLimit = (name: LimitName, caller: Caller) => Promise<void>;

type Use = { id: string; expiresAt: Date; most: number };

/**
 * The limits of the contracts, in fixed windows of the injected clock. Those of changes are kept in the database, so they
 * hold for all processes together; `off` (load tests) lets everything pass.
 */
export function createRateLimit(mode: 'on' | 'off', clock: Clock): RateLimit {
  if (mode === 'off') return () => Promise.resolve();
  const counts = createCountsInMemory(clock);
  const countEverywhere = async (use: Use): Promise<boolean> => {
    // A window that was full stays full: who goes on trying costs no more writes.
    if (counts.isFull(use.id)) return false;
    const hasRoom = await countUse({ _id: use.id, expiresAt: use.expiresAt }, use.most);
    if (!hasRoom) counts.fill(use);
    return hasRoom;
  };
  return async (name, caller) => {
    const now = clock.now();
    for (const kind of ['person', 'network'] as const) {
      const user = caller[kind];
      const use = user === undefined ? null : windowOf(name, { [kind]: user }, now);
      if (use === null) continue;
      const hasRoom = isPerProcess(name) ? counts.count(use, use.most) : await countEverywhere(use);
      if (!hasRoom) throw tooMany(use.expiresAt, now);
    }
  };
}

/** The window in which a use of a person, or of a network, counts now; null where the limit has none for them. */
export function windowOf(name: LimitName, { person, network }: Caller, now: Date): Use | null {
  const limit: Limit = limits[name];
  const allowance = person === undefined ? limit.network : limit.person;
  if (allowance === undefined) return null;
  const user = person === undefined ? `network:${network}` : `person:${person}`;
  const window = Math.floor(now.getTime() / (allowance.seconds * 1_000));
  return {
    id: `${name}:${user}:${window}`,
    expiresAt: new Date((window + 1) * allowance.seconds * 1_000),
    most: allowance.uses,
  };
}

function isPerProcess(name: LimitName): boolean {
  const limit: Limit = limits[name];
  return limit.perProcess === true;
}

function tooMany(until: Date, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1_000));
  return new AppError('TOO_MANY_REQUESTS', `Too many tries. Wait ${seconds} seconds.`, { retryAfterSeconds: seconds });
}
