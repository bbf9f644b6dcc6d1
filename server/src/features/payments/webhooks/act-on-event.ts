import { followDispute } from '../disputes/follow-disputes.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findPaymentOfCheckout } from '../records/payment-repository.ts';
import { adoptRefunds } from '../refunds/adopt-refunds.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { findChargeOf, type AttemptId } from '../records/charge-repository.ts';
import { learnCharge, learnPayment } from '../settlement/learn-charge.ts';
import { settle } from '../settlement/settle.ts';
import { providerOf } from './provider-of-event.ts';
import type { WebhookEventRecord } from './webhook-event-model.ts';

/**
 * Acts on what an event is about. An event is only a hint that something happened: what is true is asked of the gateway,
 * so copies, any order of events, and events after the fact are harmless (rules M1 and R3).
 * @returns false when it is about nothing of ours
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY; nothing is lost, act on it again later
 */
export async function actOnEvent(dependencies: RefundDependencies, event: WebhookEventRecord): Promise<boolean> {
  const provider = providerOf(event);
  if (event.disputeId !== null) return followDispute(dependencies, { provider, disputeId: event.disputeId });
  if (dependencies.gateways.of(provider).subjectOf(event.event) === 'refund') return followRefund(dependencies, event);
  const payment = await findPaymentOf(dependencies, event);
  if (!payment) return false;
  if (!(await isDecidedBy(attemptOf(event), payment))) await settle(dependencies, { paymentId: payment._id });
  return true;
}

/** The attempt that an event names. */
function attemptOf(event: WebhookEventRecord): AttemptId | null {
  return event.providerPaymentId === null ? null : { provider: providerOf(event), id: event.providerPaymentId };
}

/**
 * A charge that decided its payment did so for good, in the transaction that named it: asking the gateway once more would
 * only use up its patience. Any other charge of the payment has events of its own, and its refund may not be written yet.
 */
async function isDecidedBy(attempt: AttemptId | null, payment: PaymentRecord): Promise<boolean> {
  if (attempt === null || !payment.chargeId) return false;
  const charge = await findChargeOf(attempt);
  return charge !== null && charge.capturedMinor > 0 && payment.chargeId.equals(charge._id);
}

async function followRefund(dependencies: RefundDependencies, event: WebhookEventRecord): Promise<boolean> {
  // A checkout that is not ours tells without a request that the refund is not, either.
  if (event.orderId !== null && !(await findPaymentOfCheckout(providerOf(event), event.orderId))) return false;
  const attempt = attemptOf(event);
  const charge = attempt && (await learnCharge(dependencies, attempt));
  if (!charge) return false;
  if (charge.capturedMinor > 0) await adoptRefunds(dependencies, charge);
  // Money that was never captured has gone back by itself (rule M7).
  else await settle(dependencies, { paymentId: charge.paymentId, providerPaymentId: charge.providerPaymentId });
  return true;
}

/** Our payment that an event is about; where it names no checkout, the gateway tells which one its attempt was at. */
async function findPaymentOf(
  dependencies: RefundDependencies,
  event: WebhookEventRecord,
): Promise<PaymentRecord | null> {
  if (event.orderId !== null) return findPaymentOfCheckout(providerOf(event), event.orderId);
  const attempt = attemptOf(event);
  return attempt && learnPayment(dependencies, attempt);
}
