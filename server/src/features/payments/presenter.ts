import type { Order, OrderStatus, Payment, PaymentDetails, ReportedPayment } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import { roundToStep } from '../../gateways/payment/amounts.ts';
import type { Checkout } from '../../gateways/payment/port.ts';
import type { ClaimRecord } from '../claims/index.ts';
import type { ExpertRecord } from '../experts/index.ts';
import type { OpenOrder } from './orders/create-order.ts';
import { bookingIdOf } from './records/booking-id.ts';
import type { PaymentRecord } from './records/payment-model.ts';
import type { ChargeRecord } from './records/charge-model.ts';
import type { RefundRecord } from './refunds/refund-model.ts';
import type { Settlement } from './settlement/settle.ts';

/** An open order as the checkout needs it. */
export function presentOrder({ payment, checkout, holdExpiresAt }: OpenOrder, now: Date): Order {
  return {
    success: true,
    orderId: checkout.id,
    paymentId: payment._id.toHexString(),
    bookingId: bookingIdOf(payment).toHexString(),
    ...presentAmount(payment),
    checkout: presentCheckout(checkout),
    ...presentForOlderPages(checkout),
    holdExpiresAt: holdExpiresAt.toISOString(),
    serverTime: now.toISOString(),
  };
}

type OrderParts = {
  payment: PaymentRecord;
  /** Of the offer; null is the expert's hour. */
  title: string | null;
  claim: ClaimRecord | null;
  expert: ExpertRecord;
  /** Null until the gateway has opened one. */
  checkout: Checkout | null;
  now: Date;
};

/** The state of an order without its session and refund, which the route adds. */
export function presentOrderStatus({ payment, title, claim, expert, checkout, now }: OrderParts): OrderStatus {
  return {
    status: payment.status,
    paymentId: payment._id.toHexString(),
    bookingId: bookingIdOf(payment).toHexString(),
    sessionTypeId: payment.booking.sessionTypeId?.toHexString() ?? null,
    title,
    holdExpiresAt: claim?.kind === 'hold' && claim.expiresAt ? claim.expiresAt.toISOString() : null,
    serverTime: now.toISOString(),
    expert: {
      id: expert._id.toHexString(),
      slug: expert.slug,
      name: expert.name,
      avatar: expert.avatar,
      category: expert.category,
      rate: toMajorUnits(roundToStep(expert.rateMinor, expert.currency), expert.currency),
      currency: expert.currency,
      timezone: expert.schedule.timezone,
    },
    startsAt: payment.booking.startsAt.toISOString(),
    duration: payment.booking.duration,
    ...presentAmount(payment),
    checkout: checkout && presentCheckout(checkout),
    ...(checkout && presentForOlderPages(checkout)),
  };
}

export function presentPayment(payment: PaymentRecord, providerPaymentId: string | null): Payment {
  return {
    id: payment._id.toHexString(),
    orderId: payment.orderId ?? null,
    providerPaymentId,
    status: payment.status,
    ...presentAmount(payment),
  };
}

/** A payment with its refunds, for whoever paid it or for an admin. */
export function presentDetails(
  payment: PaymentRecord,
  charge: ChargeRecord | null,
  refunds: readonly RefundRecord[],
): PaymentDetails {
  return {
    ...presentPayment(payment, charge?.providerPaymentId ?? null),
    method: charge?.method ?? null,
    paidAt: charge && charge.capturedMinor > 0 ? charge.createdAt.toISOString() : null,
    refunds: refunds.map((refund) => ({
      ...presentRefund(refund),
      id: refund._id.toHexString(),
      createdAt: refund.createdAt.toISOString(),
      processedAt: refund.processedAt?.toISOString() ?? null,
    })),
  };
}

export function presentRefund(refund: RefundRecord): NonNullable<OrderStatus['refund']> {
  return {
    amount: toMajorUnits(refund.amountMinor, refund.currency),
    amountMinor: refund.amountMinor,
    status: refund.status,
    reason: refund.reason,
  };
}

/** What a browser may know that reported a payment, whoever is signed in there. */
export function presentReported(settlement: Settlement): ReportedPayment {
  const { payment } = settlement;
  const { amount, currency } = presentAmount(payment);
  switch (settlement.outcome) {
    case 'settled': {
      const { reference, status } = settlement.session;
      const outcome = status === 'pending' ? 'requested' : status === 'cancelled' ? 'cancelled' : 'booked';
      return { outcome, amount, currency, reference };
    }
    case 'pending':
      return { outcome: 'pending', amount, currency, reference: null };
    case 'slot-lost': {
      const refund = settlement.refund ? { refund: presentRefund(settlement.refund) } : {};
      return { outcome: 'returned', amount, currency, reference: null, ...refund };
    }
  }
}

function presentCheckout(checkout: Checkout): Order['checkout'] {
  return checkout.kind === 'popup' ? checkout : { ...checkout, expiresAt: checkout.expiresAt.toISOString() };
}

/** The API is rolled out before the web app, so pages of the release before ask it, too. */
function presentForOlderPages(checkout: Checkout) {
  if (checkout.kind !== 'popup') return {};
  return { keyId: checkout.key, checkoutUrl: checkout.script, hostedCheckoutUrl: checkout.page };
}

function presentAmount({ amountMinor, currency }: { amountMinor: number; currency: string }) {
  return { amount: toMajorUnits(amountMinor, currency), amountMinor, currency };
}
