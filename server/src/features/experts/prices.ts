import type { Duration } from '@serene/shared/scheduling';
import { priceMinor, toMajorUnits } from '@serene/shared/money';
import { AppError } from '../../errors.ts';
import { isPayable, payableAmounts, payableRange } from '../../gateways/payment/amounts.ts';
import type { ExpertRecord } from './model.ts';

/** What prices are made of. */
export type PricedExpert = Pick<ExpertRecord, 'rateMinor' | 'currency'>;

/**
 * The price of a session in minor units, rounded once to what the gateway can take: the one place where prices are made,
 * which the rest of the server asks through the offer. Zero only where the expert takes nothing.
 */
export function sessionPriceMinor({ rateMinor, currency }: PricedExpert, durationMinutes: number): number {
  return priceMinor(rateMinor, durationMinutes, payableAmounts(currency).stepMinor);
}

/** Whether a session of this length costs nothing, or what the gateway can take. */
export function hasPayablePrice(expert: PricedExpert, durationMinutes: number): boolean {
  return expert.rateMinor === 0 || isPayable(sessionPriceMinor(expert, durationMinutes), expert.currency);
}

/**
 * Refuses lengths whose price nobody could pay, before somebody is offered them.
 * @throws AppError VALIDATION_FAILED naming the length, its price and what the gateway takes
 */
export function assertPayablePrices(expert: PricedExpert, durations: readonly Duration[]): void {
  const wrong = durations.find((duration) => !hasPayablePrice(expert, duration));
  if (wrong !== undefined) throw unpayablePrice(expert, wrong);
}

/** The error for a length whose price the gateway does not take. */
export function unpayablePrice(expert: PricedExpert, duration: Duration): AppError {
  const { currency } = expert;
  const price = toMajorUnits(sessionPriceMinor(expert, duration), currency);
  const problem = `A session of ${duration} minutes would cost ${currency} ${price}, and the payment service takes ${payableRange(currency)}.`;
  return new AppError('VALIDATION_FAILED', `${problem} Choose another rate or length; 0 is free.`, {
    details: { issues: [{ path: 'duration', message: problem }] },
  });
}
