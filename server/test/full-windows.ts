import type { LimitName } from '@serene/shared/contracts';
import { windowOf, type Caller } from '../src/http/rate-limit.ts';
import { RateCountModel } from '../src/http/use-count-model.ts';

/** Uses up what somebody may do now; nothing happens where the limit does not count them. */
export async function useUp(name: LimitName, caller: Caller, now: Date): Promise<void> {
  const window = windowOf(name, caller, now);
  if (window) await RateCountModel.create({ _id: window.id, uses: window.most, expiresAt: window.expiresAt });
}
