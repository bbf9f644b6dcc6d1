import type { Payment } from '../state/records.ts';

/** Cards up to 2,000 rupees carry no GST on the gateway's fee. */
const smallCardPayment = 200_000;

/**
 * Fee and the GST in it, in minor units, set at capture: 2 % and 18 % of that, which the documented samples fit
 * (150000 gives 3540 with 540 of tax; a card payment of 2244 gives 45 without tax).
 */
export function feeAndTax({ amount, method }: Pick<Payment, 'amount' | 'method'>): { fee: number; tax: number } {
  const base = Math.round((amount * 2) / 100);
  const tax = method.kind === 'card' && amount <= smallCardPayment ? 0 : Math.round((base * 18) / 100);
  return { fee: base + tax, tax };
}
