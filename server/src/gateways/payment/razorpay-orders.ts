import type Razorpay from 'razorpay';
import type { CreateOrderRequest, GatewayOrder, GatewayRefusal, PaymentGateway } from './port.ts';
import { ask, read } from './razorpay-client.ts';
import { collectionOf, orderSchema, pathId, paymentSchema } from './razorpay-entities.ts';
import { definiteNo, gatewayUnavailable, paymentRefused } from './razorpay-failures.ts';

/**
 * How long Razorpay captures by itself, and how long we may (minutes; both from the payment's creation). The first is
 * the minimum. The second ends what a late authorisation began: if its slot is gone (rule M7), the customer has the
 * money back after a day rather than after five, and the reconciler looks four times before that.
 */
const captureSettings = {
  capture: 'automatic',
  capture_options: { automatic_expiry_period: 12, manual_expiry_period: 1440, refund_speed: 'normal' },
} as const;

/** The part of the gateway that deals with orders. */
export function createOrders(sdk: Razorpay): Pick<PaymentGateway, 'createOrder' | 'fetchOrder' | 'fetchOrderPayments'> {
  return {
    createOrder: (request) => createOrder(sdk, request),
    fetchOrder: async (orderId) => {
      const id = pathId('order', orderId);
      return read('The order', orderSchema, () => sdk.orders.fetch(id));
    },
    fetchOrderPayments: async (orderId) => {
      const id = pathId('order', orderId);
      return read('The order', collectionOf(paymentSchema), () => sdk.orders.fetchPayments(id));
    },
  };
}

async function createOrder(sdk: Razorpay, request: CreateOrderRequest): Promise<GatewayOrder> {
  const { receipt, amountMinor, currency, notes } = request;
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
async function findRefused(sdk: Razorpay, receipt: string, refusal: GatewayRefusal): Promise<GatewayOrder> {
  const found = await ask(collectionOf(orderSchema), () => sdk.orders.all({ receipt }), definiteNo);
  const order = found.accepted ? found.answer.find((candidate) => candidate.receipt === receipt) : undefined;
  if (!order) throw paymentRefused(refusal);
  return order;
}
