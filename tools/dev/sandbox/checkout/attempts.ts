import { z } from 'zod';
import { entityNotesSchema, parseBody } from '../api/input.ts';
import { generic, particular, unknownId } from '../errors.ts';
import { findOrder, findPayment, type Gateway } from '../gateway.ts';
import { approvePayment, failPayment, refuseSecondPayment, startPayment } from '../operations/payments.ts';
import { bankRefusal, cancelledByCustomer } from '../rules/failures.ts';
import { signPayment } from '../signing.ts';
import type { Order, Payment } from '../state/records.ts';
import { methodSchema, toMethod } from './methods.ts';
import { testBanks, testCards, testUpiIds } from './test-cards.ts';

/** What the test checkout asks of the sandbox. It holds the public key only, like the real one. */

const keySchema = z.object({ key: z.string() });
const orderSchema = keySchema.extend({ orderId: z.string() });

/** What the checkout shows: the order, and what can be used to pay it. */
export function describeOrder(gateway: Gateway, query: unknown) {
  const { key, orderId } = parseBody(orderSchema, query);
  const { amount, currency } = findPayable(gateway, key, orderId);
  return { orderId, amount, currency, cards: testCards, upiIds: testUpiIds, banks: testBanks };
}

const attemptSchema = orderSchema.extend({
  /** The amount that the shop told the checkout, if it did. */
  amount: z.coerce.number().optional(),
  email: z.string().nullable().default(null),
  contact: z.string().nullable().default(null),
  description: z.string().nullable().default(null),
  notes: entityNotesSchema.default({}),
  method: methodSchema,
});

/** Submits a payment. UPI test ids answer at once, cards and netbanking go on to the bank's page. */
export function attemptPayment(gateway: Gateway, body: unknown) {
  const { key, orderId, amount, method: given, ...payer } = parseBody(attemptSchema, body);
  const order = findPayable(gateway, key, orderId);
  refuseSecondPayment(gateway, order);
  refuseOtherAmount(order, amount);
  const method = toMethod(given, gateway.clock.now());
  const payment = startPayment(gateway, order, { ...payer, method });
  if (method.kind !== 'upi') return { paymentId: payment.id, outcome: 'bank' };
  return answerOf(gateway, payment.id, method.vpa === testUpiIds.success ? 'success' : 'failure');
}

const answerSchema = keySchema.extend({ answer: z.enum(['success', 'failure', 'cancel']) });

/** The bank's answer. Giving it twice changes nothing: the first one stands. */
export function answerPayment(gateway: Gateway, paymentId: string, body: unknown) {
  const { key, answer } = parseBody(answerSchema, body);
  refuseOtherKey(gateway, key);
  return answerOf(gateway, paymentId, answer);
}

function answerOf(gateway: Gateway, paymentId: string, answer: z.infer<typeof answerSchema>['answer']) {
  const { status, method } = findPayment(gateway, paymentId);
  if (status !== 'created') return toResult(gateway, findPayment(gateway, paymentId));
  if (answer === 'success') return toResult(gateway, approvePayment(gateway, paymentId));
  const failure = answer === 'cancel' ? cancelledByCustomer() : bankRefusal(method);
  return toResult(gateway, failPayment(gateway, paymentId, failure));
}

function toResult({ keySecret }: Gateway, { id, orderId, failure }: Payment) {
  if (!failure) return { paymentId: id, outcome: 'paid', response: signPayment(orderId, id, keySecret) };
  const error = { ...failure, metadata: { order_id: orderId, payment_id: id } };
  return { paymentId: id, outcome: 'failed', error };
}

function findPayable(gateway: Gateway, key: string, orderId: string): Order {
  refuseOtherKey(gateway, key);
  return findOrder(gateway, orderId);
}

function refuseOtherKey({ keyId }: Gateway, key: string): void {
  if (key !== keyId) throw key.startsWith('rzp_') ? unknownId() : generic('The api key provided is invalid', 401);
}

/** The description of this reason is not documented. */
function refuseOtherAmount(order: Order, amount: number | undefined): void {
  if (amount === undefined || amount === order.amount) return;
  throw particular('The amount of the payment differs from the amount of the order.', {
    step: 'payment_initiation',
    reason: 'order_amount_mismatch',
    metadata: { order_id: order.id },
  });
}
