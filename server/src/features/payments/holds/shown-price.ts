import { toMajorUnits } from '@serene/shared/money';
import type { Duration } from '@serene/shared/scheduling';
import { AppError } from '../../../errors.ts';
import type { Offer } from '../../experts/index.ts';

/** The price that a customer saw, in minor units of its currency. */
export type ShownPrice = { amountMinor: number; currency: string };

/**
 * What a session of an offer costs now, in minor units.
 * @param shown null where the customer did not say what they saw
 * @throws AppError PRICE_CHANGED with the right one, VALIDATION_FAILED where there is nothing to pay
 */
export function assertPrice(offer: Offer, duration: Duration, shown: ShownPrice | null): number {
  const { currency } = offer;
  const amountMinor = offer.priceMinor(duration);
  assertShown({ amountMinor, currency }, shown);
  if (amountMinor === 0) throw new AppError('VALIDATION_FAILED', 'This session is free: there is nothing to pay for.');
  return amountMinor;
}

/** @throws AppError PRICE_CHANGED */
export function assertShown({ amountMinor, currency }: ShownPrice, shown: ShownPrice | null): void {
  if (shown === null || (shown.currency === currency && shown.amountMinor === amountMinor)) return;
  const amount = toMajorUnits(amountMinor, currency);
  throw new AppError('PRICE_CHANGED', `The price is now ${currency} ${amount}. Nothing has been charged.`, {
    details: { amount, amountMinor, currency },
  });
}
