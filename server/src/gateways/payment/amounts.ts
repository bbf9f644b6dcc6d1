import { toMajorUnits } from '@serene/shared/money';
import type { PayableAmounts } from './port.ts';
import { firstProvider, type PaymentProvider } from './providers.ts';
import { razorpayAmounts } from './razorpay/amounts.ts';

const amountsOf: Record<PaymentProvider, (currency: string) => PayableAmounts> = { razorpay: razorpayAmounts };

/**
 * What can be paid and refunded in a currency.
 * @param provider who took the money; for a price, whoever takes new payments
 */
export function payableAmounts(currency: string, provider: PaymentProvider = firstProvider): PayableAmounts {
  return amountsOf[provider](currency);
}

/** Whether whoever takes new payments takes just this amount. */
export function isPayable(amountMinor: number, currency: string): boolean {
  const { smallestMinor, largestMinor, stepMinor } = payableAmounts(currency);
  return amountMinor >= smallestMinor && amountMinor <= largestMinor && amountMinor % stepMinor === 0;
}

/** The nearest amount that the step of whoever takes new payments allows, half up. */
export function roundToStep(amountMinor: number, currency: string): number {
  const { stepMinor } = payableAmounts(currency);
  return Math.floor((amountMinor * 2 + stepMinor) / (stepMinor * 2)) * stepMinor;
}

/** In words, what can be paid: `INR 1 to INR 21474836.4`. */
export function payableRange(currency: string): string {
  const { smallestMinor, largestMinor } = payableAmounts(currency);
  return `${currency} ${toMajorUnits(smallestMinor, currency)} to ${currency} ${toMajorUnits(largestMinor, currency)}`;
}
