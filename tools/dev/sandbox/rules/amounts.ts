import { currencyExponent } from '@serene/shared/money';
import { invalid, particular } from '../errors.ts';

/** The most of an order is a limit of the account, which nobody publishes; here it is that of 32 bits. */
const largest = 2_147_483_647;

/**
 * What an order may ask for: one major unit or more, and of three decimals the last is 0 (Razorpay docs: Create an
 * order, International payments). The texts for step and most are not documented, or seen in public reports only.
 * @throws ApiError
 */
export function refuseOrderAmount(amount: number, currency: string): void {
  if (amount < 10 ** currencyExponent(currency)) {
    throw particular('Order amount less than minimum amount allowed', {
      step: 'order_creation',
      reason: 'amount_less_than_minimum_amount',
      field: 'amount',
    });
  }
  if (amount > largest) throw invalid('Amount exceeds maximum amount allowed.', 'amount');
  refuseStep(amount, currency);
}

/** What a refund may ask for, beside what its payment has left. @throws ApiError */
export function refuseRefundAmount(amount: number, currency: string): void {
  if (amount === 0) throw invalid('Amount cannot be blank.', 'amount');
  if (amount < 10 ** currencyExponent(currency)) {
    throw invalid(`The amount must be at least ${currency} 1.00.`, 'amount');
  }
  refuseStep(amount, currency);
}

function refuseStep(amount: number, currency: string): void {
  if (currencyExponent(currency) === 3 && amount % 10 !== 0) {
    throw invalid(`The last digit of an amount in ${currency} must be 0.`, 'amount');
  }
}
