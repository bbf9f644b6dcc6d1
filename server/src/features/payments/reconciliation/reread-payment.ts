import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { adoptRefunds } from '../refunds/adopt-refunds.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { refundableMinor } from '../refunds/refund-outcome.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { findChargesOfPayment } from '../records/charge-repository.ts';
import { settle } from '../settlement/settle.ts';

/**
 * Reads a payment again that was decided: a charge that nobody reported, or whose refund was never written down, is
 * settled, that is refunded (rules M2 and M6), and refunds that the gateway made without us are adopted (rule M10).
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function rereadPayment(dependencies: RefundDependencies, payment: PaymentRecord): Promise<void> {
  if (payment.orderId === undefined) return;
  const attempts = await dependencies.gateways.of(payment.provider).fetchAttempts(payment.orderId);
  const charges = await findChargesOfPayment(payment._id);
  for (const attempt of attempts) {
    const charge = charges.find(({ providerPaymentId }) => providerPaymentId === attempt.id);
    if (isUndecided(payment, charge, attempt)) {
      await settle(dependencies, { paymentId: payment._id, providerPaymentId: attempt.id });
    }
    // With a refund of ours on its way the sums differ as well: looking at it once more does no harm.
    if (charge && charge.capturedMinor > 0 && attempt.refundedMinor !== charge.returnedMinor) {
      await adoptRefunds(dependencies, charge);
    }
  }
}

/**
 * Whether nobody has seen to the money of an attempt yet: it is not known as taken, or it did not decide its payment and
 * is not going back. Where a refund of it failed for good, an admin sees to it.
 */
function isUndecided(payment: PaymentRecord, charge: ChargeRecord | undefined, { status }: GatewayAttempt): boolean {
  if (!charge || charge.capturedMinor === 0) return status === 'captured' || status === 'refunded';
  if (status !== 'captured' || payment.chargeId?.equals(charge._id)) return false;
  return charge.owedMinor === 0 && refundableMinor(charge) > 0;
}
