import { payableAmounts, roundToStep } from '../../gateways/payment/amounts.ts';
import type { SessionRecord } from './model.ts';

/**
 * What comes back when the customer cancels after the deadline, in minor units: the policy's share of what they paid,
 * rounded half up to what the gateway can give back, and no less than the least of that (rule L2).
 */
export function lateRefundMinor({
  amountMinor,
  currency,
  policy,
}: Pick<SessionRecord, 'amountMinor' | 'currency' | 'policy'>): number {
  const share = Math.floor((amountMinor * policy.refundPercentAfter + 50) / 100);
  if (share === 0) return 0;
  return Math.min(amountMinor, Math.max(roundToStep(share, currency), payableAmounts(currency).smallestMinor));
}
