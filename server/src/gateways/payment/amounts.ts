import { toMajorUnits } from '@serene/shared/money';
import type { PayableAmounts } from './port.ts';
import { razorpayAmounts } from './razorpay-amounts.ts';

/** What can be paid and refunded in a currency. There is one gateway, so the currency decides alone. */
export function payableAmounts(currency: string): PayableAmounts {
  return razorpayAmounts(currency);
}

/** Whether the gateway takes just this amount. */
export function isPayable(amountMinor: number, currency: string): boolean {
  const { smallestMinor, largestMinor, stepMinor } = payableAmounts(currency);
  return amountMinor >= smallestMinor && amountMinor <= largestMinor && amountMinor % stepMinor === 0;
}

/** The nearest amount that the gateway's step allows, half up. */
export function roundToStep(amountMinor: number, currency: string): number {
  const { stepMinor } = payableAmounts(currency);
  return Math.floor((amountMinor * 2 + stepMinor) / (stepMinor * 2)) * stepMinor;
}

/** In words, what the gateway takes: `INR 1 to INR 21474836.4`. */
export function payableRange(currency: string): string {
  const { smallestMinor, largestMinor } = payableAmounts(currency);
  return `${currency} ${toMajorUnits(smallestMinor, currency)} to ${currency} ${toMajorUnits(largestMinor, currency)}`;
}
