import type { PaymentStatus } from '@serene/shared/contracts';
import { payableAmounts } from '../../../gateways/payment/amounts.ts';
import type { ChargeRecord } from '../records/charge-model.ts';

type RefundedCharge = Pick<
  ChargeRecord,
  'capturedMinor' | 'refundedMinor' | 'returnedMinor' | 'owedMinor' | 'lostMinor'
>;

/**
 * What the refunds of a charge make of its payment (rule R4), told by what the gateway has processed and not by what was
 * asked for. What a lost dispute took counts as returned (rule R3).
 * @returns null while a refund is still open
 */
export function refundOutcome(charge: RefundedCharge): PaymentStatus | null {
  if (charge.refundedMinor > charge.returnedMinor) return null;
  const gone = charge.returnedMinor + charge.lostMinor;
  if (gone >= charge.capturedMinor) return 'refunded';
  return charge.owedMinor > 0 || gone === 0 ? 'refund_failed' : 'partially_refunded';
}

/** What of a charge can still be refunded, in minor units (rules R1 and R3). */
export function refundableMinor(charge: Pick<ChargeRecord, 'capturedMinor' | 'refundedMinor' | 'lostMinor'>): number {
  return Math.max(0, charge.capturedMinor - charge.refundedMinor - charge.lostMinor);
}

/**
 * Whether refunds and lost disputes together would return more than was captured: a refund that was sent before the end
 * of a dispute was heard of has to be looked at again (rule R1).
 */
export function returnsTooMuch(charge: Pick<ChargeRecord, 'capturedMinor' | 'refundedMinor' | 'lostMinor'>): boolean {
  return charge.refundedMinor + charge.lostMinor > charge.capturedMinor;
}

/** As much of an amount as `leftMinor` of its charge allows; nothing where the gateway refunds no such small amount. */
export function refundablePart(
  { provider, currency }: Pick<ChargeRecord, 'provider' | 'currency'>,
  amountMinor: number,
  leftMinor: number,
): number {
  const { smallestMinor, stepMinor } = payableAmounts(currency, provider);
  const part = Math.min(amountMinor, leftMinor - (leftMinor % stepMinor));
  return part < smallestMinor ? 0 : part;
}
