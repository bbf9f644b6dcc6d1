import type { Random } from '../random.ts';
import type { Stack } from '../stack/start-stack.ts';
import type { Tally } from '../tally.ts';
import type { ApiClient } from './api-client.ts';
import type { KnownKeys } from './known-keys.ts';
import type { Market } from './market.ts';

/** What everybody acts in. */
export type World = {
  stack: Stack;
  api: ApiClient;
  market: Market;
  tally: Tally;
  paymentIds: string[];
  knownKeys: KnownKeys;
};

/** Somebody's own part of it; `signal` is aborted when it is time to stop. */
export type Role = { random: Random; signal: AbortSignal };
