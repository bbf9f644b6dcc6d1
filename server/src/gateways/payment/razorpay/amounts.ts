import { currencyExponent } from '@serene/shared/money';
import type { PayableAmounts } from '../port.ts';

/**
 * What Razorpay takes of a currency. The least is one major unit, for orders and refunds alike ("The amount must be at
 * least INR 1.00"); of three decimals the last must be 0 (Razorpay docs, "International payments": 99.991 KD is 99990).
 * The most is a limit of the account that nobody publishes: the bound here is that of 32 bits.
 */
export function razorpayAmounts(currency: string): PayableAmounts {
  const exponent = currencyExponent(currency);
  return { smallestMinor: 10 ** exponent, largestMinor: 2_147_483_640, stepMinor: exponent === 3 ? 10 : 1 };
}
