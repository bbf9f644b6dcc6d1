import { limits, type Limit, type LimitName } from '@serene/shared/contracts';
import { AppError } from '../errors.ts';
import type { Clock } from '../infra/clock.ts';
import { createCountsInMemory } from './counts-in-memory.ts';
import { countUse } from './use-count-model.ts';

/** Who uses something: a person, an address that somebody typed, or only the network that the request came from. */
export type Caller = { person?: string | undefined; network?: string | undefined };

export type RateLimit = {
  /** Counts one use, of the person first and then of the network. @throws AppError TOO_MANY_REQUESTS with the wait */
  (name: LimitName, caller: Caller): Promise<void>;
  /** Counts nothing, and asks nobody: refuses who is known here to have no use left. @throws as above */
  refuseFull: (name: LimitName, caller: Caller) => void;
};

type Use = { id: string; expiresAt: Date; most: number };

/**
 * The limits of the contracts, in fixed windows of the injected clock. Those of changes are kept in the database, so they
 * hold for all processes together; `off` (load tests) lets everything pass.
 */
export function createRateLimit(mode: 'on' | 'off', clock: Clock): RateLimit {
  if (mode === 'off') return Object.assign(() => Promise.resolve(), { refuseFull: () => undefined });
  const counts = createCountsInMemory(clock);
  const countEverywhere = async (use: Use): Promise<boolean> => {
    // A window that was full stays full: who goes on trying costs no more writes.
    if (counts.isFull(use.id, use.most)) return false;
    const hasRoom = await countUse({ _id: use.id, expiresAt: use.expiresAt }, use.most);
    if (!hasRoom) counts.fill(use);
    return hasRoom;
  };
  const count = async (name: LimitName, caller: Caller) => {
    const now = clock.now();
    for (const use of windowsOf(name, caller, now)) {
      const hasRoom = isPerProcess(name) ? counts.count(use, use.most) : await countEverywhere(use);
      if (!hasRoom) throw tooMany(use.expiresAt, now);
    }
  };
  const refuseFull = (name: LimitName, caller: Caller) => {
    const now = clock.now();
    for (const use of windowsOf(name, caller, now)) {
      if (counts.isFull(use.id, use.most)) throw tooMany(use.expiresAt, now);
    }
  };
  return Object.assign(count, { refuseFull });
}

/** Those in which one use counts: the person's, then the network's. */
function windowsOf(name: LimitName, caller: Caller, now: Date): Use[] {
  return (['person', 'network'] as const).flatMap((kind) => {
    const use = caller[kind] === undefined ? null : windowOf(name, { [kind]: caller[kind] }, now);
    return use === null ? [] : [use];
  });
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
  return new AppError('TOO_MANY_REQUESTS', `Too many attempts. Wait ${seconds} seconds.`, {
    retryAfterSeconds: seconds,
  });
}
