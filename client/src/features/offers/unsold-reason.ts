import type { SessionType } from '@serene/shared/contracts';
import { words } from './list-words.ts';

/** Why nobody can book an offer that is switched on; undefined where everybody can, or it is off. */
export function unsoldReason(type: SessionType, ownCurrency: string): string | undefined {
  if (type.isForSale || !type.isActive) return undefined;
  return type.currency === ownCurrency ? words.whyPrice : words.whyCurrency(type.currency, ownCurrency);
}
