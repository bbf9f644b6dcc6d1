import { readJournal, startJournal } from './journal.ts';
import type { Changes, Delivery, Dispute, Order, Payment, Refund } from './records.ts';

/** All that the sandbox knows, in memory, indexed for the questions that are asked, and journalled to a file. */
export type Store = {
  readonly orders: ReadonlyMap<string, Order>;
  readonly payments: ReadonlyMap<string, Payment>;
  readonly refunds: ReadonlyMap<string, Refund>;
  readonly disputes: ReadonlyMap<string, Dispute>;
  readonly deliveries: ReadonlyMap<string, Delivery>;
  /** Oldest first. */
  paymentsOf(orderId: string): Payment[];
  refundsOf(paymentId: string): Refund[];
  disputesOf(paymentId: string): Dispute[];
  orderByReceipt(receipt: string): Order | undefined;
  refundByKey(idempotencyKey: string): Refund | undefined;
  /** Payments that time alone may change: created or authorised. */
  openPayments(): Payment[];
  /** Makes all changes durable and visible, or none. */
  commit(changes: Changes): void;
  close(): void;
};

/** Opens the state in `file`, or one that is forgotten at the end when there is no file. */
export function openStore(file?: string): Store {
  const tables = createTables();
  if (file === undefined) return { ...tables.read, commit: tables.apply, close: () => undefined };

  for (const changes of readJournal(file)) tables.apply(changes);
  const journal = startJournal(file, tables.snapshot());
  return {
    ...tables.read,
    commit(changes) {
      journal.append(changes);
      tables.apply(changes);
    },
    close: () => journal.close(),
  };
}

function createTables() {
  const orders = new Map<string, Order>();
  const payments = new Map<string, Payment>();
  const refunds = new Map<string, Refund>();
  const disputes = new Map<string, Dispute>();
  const deliveries = new Map<string, Delivery>();
  const paymentIds = new Map<string, Set<string>>();
  const refundIds = new Map<string, Set<string>>();
  const disputeIds = new Map<string, Set<string>>();
  const receipts = new Map<string, string>();
  const idempotencyKeys = new Map<string, string>();
  const open = new Set<string>();

  function apply(changes: Changes): void {
    for (const order of changes.orders ?? []) {
      orders.set(order.id, order);
      if (order.receipt !== null && !receipts.has(order.receipt)) receipts.set(order.receipt, order.id);
    }
    for (const payment of changes.payments ?? []) {
      payments.set(payment.id, payment);
      addTo(paymentIds, payment.orderId, payment.id);
      if (payment.status === 'created' || payment.status === 'authorized') open.add(payment.id);
      else open.delete(payment.id);
    }
    for (const refund of changes.refunds ?? []) {
      refunds.set(refund.id, refund);
      addTo(refundIds, refund.paymentId, refund.id);
      if (refund.idempotency) idempotencyKeys.set(refund.idempotency.key, refund.id);
    }
    for (const dispute of changes.disputes ?? []) {
      disputes.set(dispute.id, dispute);
      addTo(disputeIds, dispute.paymentId, dispute.id);
    }
    for (const delivery of changes.deliveries ?? []) deliveries.set(delivery.id, delivery);
  }

  const read = {
    orders,
    payments,
    refunds,
    disputes,
    deliveries,
    paymentsOf: (orderId: string) => pick(payments, paymentIds.get(orderId)),
    refundsOf: (paymentId: string) => pick(refunds, refundIds.get(paymentId)),
    disputesOf: (paymentId: string) => pick(disputes, disputeIds.get(paymentId)),
    orderByReceipt: (receipt: string) => pick(orders, [receipts.get(receipt) ?? ''])[0],
    refundByKey: (key: string) => pick(refunds, [idempotencyKeys.get(key) ?? ''])[0],
    openPayments: () => pick(payments, open),
  };
  const snapshot = (): Changes => ({
    orders: [...orders.values()],
    payments: [...payments.values()],
    refunds: [...refunds.values()],
    disputes: [...disputes.values()],
    deliveries: [...deliveries.values()],
  });
  return { apply, read, snapshot };
}

function addTo(index: Map<string, Set<string>>, key: string, id: string): void {
  const ids = index.get(key);
  if (ids) ids.add(id);
  else index.set(key, new Set([id]));
}

function pick<T>(table: ReadonlyMap<string, T>, ids: Iterable<string> = []): T[] {
  return [...ids].flatMap((id) => table.get(id) ?? []);
}
