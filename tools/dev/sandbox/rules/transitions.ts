import { newId, newSuffix } from '../state/ids.ts';
import type { Failure, Order, Payment, Refund } from '../state/records.ts';
import type { GatewayEvent } from '../webhooks/events.ts';
import { feeAndTax } from './fees.ts';

/** Where an order and one of its payments stand, and what happened on the way there. */
export type Progress = { order: Order; payment: Payment; refunds: Refund[]; events: GatewayEvent[] };

/**
 * The life of an order and its payments (Razorpay docs: Orders, Payments, Late authorisation), one function a step.
 * Pure: nothing is stored or sent here.
 */
export function begin(order: Order, payment: Payment): Progress {
  return { order, payment, refunds: [], events: [] };
}

/** The bank refused, the customer cancelled, or nobody answered in time. */
export function fail(progress: Progress, failure: Failure): Progress {
  const payment: Payment = { ...progress.payment, status: 'failed', failure };
  return {
    ...progress,
    order: attempted(progress),
    payment,
    events: [...progress.events, { event: 'payment.failed', payment }],
  };
}

/** The bank approved, perhaps after the payment had been reported as failed. */
export function authorise(progress: Progress): Progress {
  const payment: Payment = {
    ...progress.payment,
    status: 'authorized',
    failure: null,
    lateAuthorized: progress.payment.status === 'failed',
    bankReference: newSuffix(),
  };
  return {
    ...progress,
    order: attempted(progress),
    payment,
    events: [...progress.events, { event: 'payment.authorized', payment }],
  };
}

export function capture(progress: Progress): Progress {
  const payment: Payment = { ...progress.payment, status: 'captured', captured: true, ...feeAndTax(progress.payment) };
  const order: Order = { ...progress.order, status: 'paid', amountPaid: payment.amount };
  return {
    ...progress,
    order,
    payment,
    events: [...progress.events, { event: 'payment.captured', payment }, { event: 'order.paid', payment, order }],
  };
}

/**
 * Money that nobody captured goes back by itself: a second payment of a paid order, or a capture window that ended.
 * `captured` stays false, which is how a receiver tells such a refund from one it asked for.
 */
export function returnUncaptured(progress: Progress, createdAt: number): Progress {
  const { id, amount, currency } = progress.payment;
  const payment: Payment = { ...progress.payment, status: 'refunded', amountRefunded: amount };
  const refund: Refund = {
    id: newId('refund'),
    paymentId: id,
    amount,
    currency,
    status: 'processed',
    speed: 'normal',
    receipt: null,
    notes: {},
    idempotency: null,
    createdAt,
  };
  return {
    ...progress,
    payment,
    refunds: [...progress.refunds, refund],
    events: [
      ...progress.events,
      { event: 'refund.created', refund, payment },
      { event: 'refund.processed', refund, payment },
    ],
  };
}

/** An attempt counts once, at its first outcome; a paid order stays paid. */
function attempted({ order, payment }: Progress): Order {
  if (payment.status !== 'created') return order;
  return { ...order, status: order.status === 'created' ? 'attempted' : order.status, attempts: order.attempts + 1 };
}
