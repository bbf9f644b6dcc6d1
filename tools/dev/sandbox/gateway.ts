import type { Clock } from '../../../server/src/infra/clock.ts';
import type { Faults } from './faults.ts';
import type { Changes, Order, Payment } from './state/records.ts';
import type { Store } from './state/store.ts';
import type { GatewayEvent } from './webhooks/events.ts';
import type { Webhooks } from './webhooks/delivery.ts';
import type { Progress } from './rules/transitions.ts';
import { unknownId } from './errors.ts';

/** The parts that every operation of the sandbox works with. */
export type Gateway = {
  store: Store;
  clock: Clock;
  webhooks: Webhooks;
  faults: Faults;
  keyId: string;
  keySecret: string;
  /** Whether a receipt may be used by one order only, as the documentation says. */
  uniqueReceipts: boolean;
};

/** The time as the wire has it: Unix seconds. */
export function unixNow({ clock }: Pick<Gateway, 'clock'>): number {
  return Math.floor(clock.now().getTime() / 1000);
}

/** Stores a change together with the webhooks that report it, then starts to send them. */
export function commit(gateway: Gateway, changes: Changes, events: readonly GatewayEvent[]): void {
  const deliveries = gateway.webhooks.prepare(events);
  gateway.store.commit({ ...changes, deliveries });
  gateway.webhooks.send(deliveries);
}

export function commitProgress(gateway: Gateway, { order, payment, refunds, events }: Progress): void {
  commit(gateway, { orders: [order], payments: [payment], refunds }, events);
}

/** @throws ApiError when the order is unknown */
export function findOrder({ store }: Pick<Gateway, 'store'>, orderId: string): Order {
  const order = store.orders.get(orderId);
  if (!order) throw unknownId();
  return order;
}

/** @throws ApiError when the payment is unknown */
export function findPayment({ store }: Pick<Gateway, 'store'>, paymentId: string): Payment {
  const payment = store.payments.get(paymentId);
  if (!payment) throw unknownId();
  return payment;
}
