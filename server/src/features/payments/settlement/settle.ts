import type { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { findSessionOfPayment, type SessionRecord } from '../../sessions/index.ts';
import { findBookedPeople } from './booked-people.ts';
import { bookReturned } from './book-returned.ts';
import { captureAuthorised } from './capture-authorised.ts';
import { letLapse, noteLapsed } from './let-lapse.ts';
import { recordCapture } from './record-charge.ts';
import { confirmBooking, type BookedWith } from './confirm-booking.ts';
import { loseSlot } from './lose-slot.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { isUndecided } from '../records/undecided.ts';
import { findPayment } from '../records/payment-repository.ts';
import { findLatestRefund } from '../refunds/refund-repository.ts';
import { refundCharge } from '../refunds/refund-charge.ts';
import type { SettleDependencies } from '../dependencies.ts';
import type { RefundRecord } from '../refunds/refund-model.ts';

/** What became of a payment: a session, nothing yet, or money on its way back because the slot is gone. */
export type Settlement =
  | {
      outcome: 'settled';
      payment: PaymentRecord;
      session: SessionRecord;
      /** Absent where it was settled before. */
      with?: BookedWith;
    }
  | { outcome: 'pending'; payment: PaymentRecord }
  | { outcome: 'slot-lost'; payment: PaymentRecord; refund: RefundRecord | null };

/**
 * The only way from money to a session (rule M1), for verify, webhook, reconciler and `POST /sessions`. Idempotent: it
 * asks the gateway what is true now, and whoever comes second answers with what the first one did.
 * @param known the payment, where it was just read
 * @param providerPaymentId looks at this attempt only; otherwise at every attempt on the order
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY; nothing is lost, settle again later
 */
export async function settle(
  dependencies: SettleDependencies,
  {
    paymentId,
    known,
    providerPaymentId,
  }: { paymentId: Types.ObjectId; known?: PaymentRecord; providerPaymentId?: string },
): Promise<Settlement> {
  const payment = known ?? (await findPayment(paymentId));
  if (!payment) throw notFound('The payment');
  const attempts = await fetchAttempts(dependencies, payment, providerPaymentId);
  let slotGone = false;
  let settled: Settlement | null = null;
  for (const attempt of attempts) {
    const result = await settleAttempt(dependencies, payment, attempt);
    if (result === 'slot-gone') slotGone = true;
    else settled ??= result;
  }
  const settlement = settled ?? (await describeSettlement(paymentId));
  // Authorised money was left untouched because the slot is gone: nothing was charged, so nothing is refunded (M7).
  if (slotGone && settlement.outcome === 'pending')
    return { outcome: 'slot-lost', payment: settlement.payment, refund: null };
  return settlement;
}

/** Captured attempts come first: an order that is paid needs no other attempt captured. */
async function fetchAttempts(
  { gateways }: SettleDependencies,
  payment: PaymentRecord,
  providerPaymentId: string | undefined,
): Promise<GatewayAttempt[]> {
  if (payment.orderId === undefined) return [];
  const gateway = gateways.of(payment.provider);
  const attempts =
    providerPaymentId === undefined
      ? await gateway.fetchAttempts(payment.orderId)
      : [await gateway.fetchAttempt(providerPaymentId)];
  return attempts
    .filter((attempt) => attempt.checkoutId === payment.orderId)
    .toSorted((one, other) => Number(isCaptured(other)) - Number(isCaptured(one)));
}

/** Money that the gateway holds for us. What it has returned in full buys nothing. */
function isCaptured(attempt: GatewayAttempt): boolean {
  return attempt.status === 'captured';
}

/** @returns the settlement if this made it; `slot-gone` when authorised money was left untouched for that reason */
async function settleAttempt(
  dependencies: SettleDependencies,
  payment: PaymentRecord,
  attempt: GatewayAttempt,
): Promise<Settlement | 'slot-gone' | null> {
  if (isCaptured(attempt)) return settleCapture(dependencies, payment, attempt);
  if (attempt.status === 'refunded') await bookReturned(dependencies, payment, attempt);
  if (attempt.status === 'failed') await noteLapsed(attempt);
  if (attempt.status !== 'authorized') return null;
  const captured = await captureAuthorised(dependencies, payment, attempt);
  if (captured === 'slot-gone') return (await letLapse(payment, attempt, dependencies.clock)) ? 'slot-gone' : null;
  if (captured === null) return null;
  // Making sure of the slot may have given the payment another claim.
  const current = await findPayment(payment._id);
  return current && settleCapture(dependencies, current, captured);
}

async function settleCapture(
  { clock, logger }: SettleDependencies,
  payment: PaymentRecord,
  captured: GatewayAttempt,
): Promise<Settlement | null> {
  // Side by side: a booking waits for both.
  const [charge, people] = await Promise.all([
    recordCapture(payment, captured, clock.now()),
    isUndecided(payment) ? findBookedPeople(payment) : null,
  ]);
  if (captured.amountMinor !== payment.amountMinor || captured.currency !== payment.currency) {
    // Rule M2: money that is not what was asked for never buys a session. An engineer should look at it.
    logger.error({ paymentId: payment._id, providerPaymentId: captured.id }, 'captured amount differs from the order');
    await refundCharge(charge, 'mismatch', clock);
    return null;
  }
  const confirmation = people && (await confirmBooking(payment, charge, { clock, people }));
  if (confirmation?.outcome === 'confirmed') return { ...confirmation, outcome: 'settled' };
  if (confirmation?.outcome === 'slot-gone') await loseSlot(payment, charge, clock);
  const current = await findPayment(payment._id);
  // Rule M6: the payment was decided by another charge, so this one paid twice.
  if (current?.chargeId && !current.chargeId.equals(charge._id)) await refundCharge(charge, 'second-charge', clock);
  return null;
}

/** What is true of a payment now, from the database alone. */
export async function describeSettlement(paymentId: Types.ObjectId): Promise<Settlement> {
  const payment = await findPayment(paymentId);
  if (!payment) throw notFound('The payment');
  const session = await findSessionOfPayment(payment);
  if (session) return { outcome: 'settled', payment, session };
  const refund = await findLatestRefund(paymentId);
  if (!isUndecided(payment) || refund) return { outcome: 'slot-lost', payment, refund };
  return { outcome: 'pending', payment };
}
