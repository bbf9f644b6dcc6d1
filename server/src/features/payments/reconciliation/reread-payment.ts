import type { PaymentRecord } from '../orders/payment-model.ts';
import { adoptRefunds } from '../refunds/adopt-refunds.ts';
import type { RefundDependencies } from '../refunds/refund-dependencies.ts';
import { findChargesOfPayment } from '../settlement/charge-repository.ts';
import { settle } from '../settlement/settle.ts';

/**
 * Reads a payment again that was settled: a charge that nobody reported is settled, that is refunded (rule M6), and
 * refunds that the gateway made without us are adopted (rule M10).
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function rereadPayment(dependencies: RefundDependencies, payment: PaymentRecord): Promise<void> {
  if (payment.orderId === undefined) return;
  const attempts = await dependencies.gateway.fetchOrderPayments(payment.orderId);
  const charges = await findChargesOfPayment(payment._id);
  for (const attempt of attempts) {
    const charge = charges.find(({ providerPaymentId }) => providerPaymentId === attempt.id);
    if (!charge && attempt.status === 'captured') {
      await settle(dependencies, { paymentId: payment._id, providerPaymentId: attempt.id });
    }
    // With a refund of ours on its way the sums differ as well: looking at it once more does no harm.
    if (charge && charge.capturedMinor > 0 && attempt.refundedMinor !== charge.returnedMinor) {
      await adoptRefunds(dependencies, charge);
    }
  }
}
