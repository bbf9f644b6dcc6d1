import { property } from '../../../lib/api/read-error.ts';
import type { Refund } from './state.ts';

/** The times nearby that `SLOT_TAKEN` names, as instants. */
export function readNearest(details: unknown): string[] {
  const nearest = property(details, 'nearest');
  return Array.isArray(nearest) ? nearest.filter((instant) => typeof instant === 'string') : [];
}

/** The refund that `SLOT_TAKEN` names where money had been taken. */
export function readRefund(details: unknown): Refund | null {
  const refund = property(details, 'refund');
  const amount = property(refund, 'amount');
  if (typeof amount !== 'number') return null;
  return { amount, reason: property(refund, 'reason') === 'mismatch' ? 'mismatch' : 'slot-lost' };
}

/** The right price that `PRICE_CHANGED` names, in major units. */
export function readPrice(details: unknown): number | undefined {
  const amount = property(details, 'amount');
  return typeof amount === 'number' ? amount : undefined;
}
