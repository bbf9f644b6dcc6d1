import type Razorpay from 'razorpay';
import type { Checkout, CheckoutRequest, GatewayRefusal, PaymentGateway } from '../port.ts';
import { ask, read } from './client.ts';
import { collectionOf, orderSchema, pathId, paymentSchema, type RazorpayOrder } from './entities.ts';
import { definiteNo, gatewayUnavailable, paymentRefused } from './failures.ts';

/**
 * How long Razorpay captures by itself, and how long we may (minutes; both from the payment's creation). The first is
 * the minimum. The second ends what a late authorisation began: if its slot is gone (rule M7), the customer has the
 * money back after a day rather than after five, and the reconciler looks four times before that.
 */
const captureSettings = {
  capture: 'automatic',
  capture_options: { automatic_expiry_period: 12, manual_expiry_period: 1440, refund_speed: 'normal' },
} as const;

/** What a checkout shows beside its order: the public key and where the browser finds it. */
type CheckoutPlace = { key: string; script: string; page: string };

type CheckoutPart = Pick<PaymentGateway, 'openCheckout' | 'describeCheckout' | 'fetchAttempts' | 'closeCheckout'>;

/** The part of the gateway that deals with checkouts: Razorpay's orders, and the payments on them. */
export function createCheckouts(sdk: Razorpay, place: CheckoutPlace): CheckoutPart {
  const describeCheckout = (id: string): Checkout => ({ id, kind: 'popup', ...place });
  const fetchAttempts = async (checkoutId: string) => {
    const id = pathId('order', checkoutId);
    return read('The order', collectionOf(paymentSchema), () => sdk.orders.fetchPayments(id));
  };
  return {
    openCheckout: async (request) => describeCheckout((await createOrder(sdk, request)).id),
    describeCheckout,
    fetchAttempts,
    closeCheckout: async (checkoutId) => {
      // Razorpay cancels no order: whoever has the window open can still pay.
      const statuses = (await fetchAttempts(checkoutId)).map(({ status }) => status);
      if (statuses.includes('captured')) return 'paid';
      return statuses.some((status) => status === 'created' || status === 'authorized') ? 'in-flight' : 'cannot';
    },
  };
}

async function createOrder(sdk: Razorpay, request: CheckoutRequest): Promise<RazorpayOrder> {
  const { key: receipt, amountMinor, currency, notes } = request;
  // `unique_receipt` makes asking again answer with the same order; the SDK's types do not know it yet.
  const body = { amount: amountMinor, currency, receipt, unique_receipt: true, notes, payment: captureSettings };
  const created = await ask(orderSchema, () => sdk.orders.create(body), definiteNo);
  const order = created.accepted ? created.answer : await findRefused(sdk, receipt, created);
  if (order.amountMinor !== amountMinor || order.currency !== currency || order.receipt !== receipt) {
    throw gatewayUnavailable(new Error(`Order ${order.id} is not the one that was asked for.`));
  }
  return order;
}

/** The order that a refused request wanted: where an account enforces unique receipts in its own way, it is there. */
async function findRefused(sdk: Razorpay, receipt: string, refusal: GatewayRefusal): Promise<RazorpayOrder> {
  const found = await ask(collectionOf(orderSchema), () => sdk.orders.all({ receipt }), definiteNo);
  const order = found.accepted ? found.answer.find((candidate) => candidate.receipt === receipt) : undefined;
  if (!order) throw paymentRefused(refusal);
  return order;
}
