import { followDispute } from '../disputes/follow-disputes.ts';
import type { PaymentRecord } from '../orders/payment-model.ts';
import { findPaymentByOrder } from '../orders/payment-repository.ts';
import { adoptRefunds } from '../refunds/adopt-refunds.ts';
import type { RefundDependencies } from '../refunds/refund-dependencies.ts';
import { findChargeOf } from '../settlement/charge-repository.ts';
import { learnCharge, learnPayment } from '../settlement/learn-charge.ts';
import { settle } from '../settlement/settle.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';

/**
 * Acts on what an event is about. An event is only a hint that something happened: what is true is asked of the gateway,
 * so copies, any order of events, and events after the fact are harmless (rules M1 and R3).
 * @returns false when it is about nothing of ours
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY; nothing is lost, act on it again later
 */
export async function actOnEvent(dependencies: RefundDependencies, event: WebhookEventRecord): Promise<boolean> {
  if (event.disputeId !== null) return followDispute(dependencies, event.disputeId);
  if (event.event.startsWith('refund.')) return followRefund(dependencies, event);
  const payment = await findPaymentOf(dependencies, event);
  if (!payment) return false;
  if (!(await isDecidedBy(event.providerPaymentId, payment))) await settle(dependencies, { paymentId: payment._id });
  return true;
}

/**
 * A charge that decided its payment did so for good, in the transaction that named it: asking the gateway once more would
 * only use up its patience. Any other charge of the payment has events of its own, and its refund may not be written yet.
 */
async function isDecidedBy(providerPaymentId: string | null, payment: PaymentRecord): Promise<boolean> {
  if (providerPaymentId === null || !payment.chargeId) return false;
  const charge = await findChargeOf(providerPaymentId);
  return charge !== null && charge.capturedMinor > 0 && payment.chargeId.equals(charge._id);
}

async function followRefund(
  dependencies: RefundDependencies,
  { orderId, providerPaymentId }: WebhookEventRecord,
): Promise<boolean> {
  // An order that is not ours tells without a request that the refund is not, either.
  if (orderId !== null && !(await findPaymentByOrder(orderId))) return false;
  const charge = providerPaymentId === null ? null : await learnCharge(dependencies, providerPaymentId);
  if (!charge) return false;
  if (charge.capturedMinor > 0) await adoptRefunds(dependencies, charge);
  // Money that was never captured has gone back by itself (rule M7).
  else await settle(dependencies, { paymentId: charge.paymentId, providerPaymentId: charge.providerPaymentId });
  return true;
}

/** Our payment that an event is about; where it names no order, the gateway tells which one its payment was for. */
async function findPaymentOf(
  dependencies: RefundDependencies,
  { orderId, providerPaymentId }: WebhookEventRecord,
): Promise<PaymentRecord | null> {
  if (orderId !== null) return findPaymentByOrder(orderId);
  return providerPaymentId === null ? null : learnPayment(dependencies, providerPaymentId);
}
