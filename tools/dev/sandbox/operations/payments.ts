import { z } from 'zod';
import { amountSchema, parseBody } from '../api/input.ts';
import { bare, invalid, orderAlreadyPaid } from '../errors.ts';
import { commit, commitProgress, findOrder, findPayment, unixNow, type Gateway } from '../gateway.ts';
import { authorise, begin, capture, fail, returnUncaptured, type Progress } from '../rules/transitions.ts';
import { newId } from '../state/ids.ts';
import type { Failure, Method, Order, Payment } from '../state/records.ts';

type Payer = Partial<Pick<Payment, 'email' | 'contact' | 'description' | 'notes'>>;

/**
 * A customer submits a payment of the order; the bank has not answered yet. Whether the order may be paid is asked
 * before.
 */
export function startPayment(
  gateway: Gateway,
  order: Order,
  { method, ...payer }: Payer & { method: Method },
): Payment {
  const payment: Payment = {
    id: newId('payment'),
    orderId: order.id,
    amount: order.amount,
    currency: order.currency,
    status: 'created',
    method,
    email: null,
    contact: null,
    description: null,
    notes: {},
    captured: false,
    amountRefunded: 0,
    fee: null,
    tax: null,
    failure: null,
    lateAuthorized: false,
    bankReference: null,
    createdAt: unixNow(gateway),
    ...payer,
  };
  commit(gateway, { payments: [payment] }, []);
  return payment;
}

/**
 * A paid order, or one with a payment that awaits its capture, takes no further payment (Razorpay docs: Orders FAQs).
 */
export function refuseSecondPayment({ store }: Gateway, order: Order): void {
  const isTaken = order.status === 'paid' || store.paymentsOf(order.id).some(({ status }) => status === 'authorized');
  if (isTaken) throw orderAlreadyPaid(order.id);
}

/**
 * The bank approves a payment that awaits its answer, or one already reported as failed (a late authorisation). It is
 * captured as the order says, unless `captured` decides; on an order that is paid already it is returned.
 */
export function approvePayment(gateway: Gateway, paymentId: string, captured?: boolean): Payment {
  const payment = findPayment(gateway, paymentId);
  if (payment.status !== 'created' && payment.status !== 'failed') throw alreadyCaptured();
  const order = findOrder(gateway, payment.orderId);
  const progress = settleApproved(gateway, authorise(begin(order, payment)), captured);
  commitProgress(gateway, progress);
  return progress.payment;
}

function settleApproved(gateway: Gateway, progress: Progress, captured?: boolean): Progress {
  const { order, payment } = progress;
  const now = unixNow(gateway);
  if (order.status === 'paid') return returnUncaptured(progress, now);
  const inTime = now - payment.createdAt <= order.capture.automaticMinutes * 60;
  return (captured ?? (order.capture.mode === 'automatic' && inTime)) ? capture(progress) : progress;
}

/** The payment ends without money; one that has ended already stays as it is. */
export function failPayment(gateway: Gateway, paymentId: string, failure: Failure): Payment {
  const payment = findPayment(gateway, paymentId);
  if (payment.status !== 'created') return payment;
  const progress = fail(begin(findOrder(gateway, payment.orderId), payment), failure);
  commitProgress(gateway, progress);
  return progress.payment;
}

const captureSchema = z.strictObject({ amount: amountSchema, currency: z.string().optional() });

/** @throws ApiError in the words of Razorpay's docs (Capture a payment) */
export function capturePayment(gateway: Gateway, paymentId: string, body: unknown): Payment {
  const request = parseBody(captureSchema, body);
  const payment = findPayment(gateway, paymentId);
  if (payment.captured) throw alreadyCaptured();
  // This text is not documented.
  if (payment.status !== 'authorized') throw bare('Only payments which have been authorized can be captured', 400);
  if (request.amount !== payment.amount || (request.currency ?? payment.currency) !== payment.currency) {
    throw invalid('Capture amount must be equal to the amount authorized', 'amount');
  }
  const order = findOrder(gateway, payment.orderId);
  if (order.status === 'paid') throw orderAlreadyPaid(order.id);
  const progress = capture(begin(order, payment));
  commitProgress(gateway, progress);
  return progress.payment;
}

const alreadyCaptured = () => bare('This payment has already been captured', 400);
