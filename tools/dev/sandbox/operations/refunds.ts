import { z } from 'zod';
import { amountSchema, notesSchema, parseBody } from '../api/input.ts';
import { generic, refundRefused, unknownId } from '../errors.ts';
import { commit, findPayment, unixNow, type Gateway } from '../gateway.ts';
import { refuseRefundAmount } from '../rules/amounts.ts';
import { newId } from '../state/ids.ts';
import type { Payment, Refund } from '../state/records.ts';
import type { GatewayEvent } from '../webhooks/events.ts';

const sixMonthsSeconds = 183 * 86_400;

const createSchema = z.strictObject({
  amount: amountSchema.optional(),
  speed: z.enum(['normal', 'optimum']).default('normal'),
  notes: notesSchema({ key: 255, value: 512, message: 'Notes validation failed.' }).default({}),
  receipt: z.string().max(40, 'receipt: the length must be no more than 40.').nullable().default(null),
});

type CreateRefund = z.infer<typeof createSchema>;

/** What a refund is asked with; the key is the header `X-Refund-Idempotency`. */
export type RefundRequest = { paymentId: string; idempotencyKey: string | undefined; body: unknown };

/**
 * Refunds a captured payment, in full when no amount is given. The same key with the same body gives the same refund.
 * @throws ApiError in the words of Razorpay's docs (Refunds, Normal refunds idempotent)
 */
export function createRefund(gateway: Gateway, { paymentId, idempotencyKey, body }: RefundRequest): Refund {
  const idempotency = toIdempotency(idempotencyKey, { paymentId, body });
  const earlier = idempotency && gateway.store.refundByKey(idempotency.key);
  if (earlier) return repeated(earlier, idempotency.fingerprint);

  const request = parseBody(createSchema, body);
  const payment = findPayment(gateway, paymentId);
  const now = unixNow(gateway);
  refuseByPayment(payment, now);
  refuseDisputed(gateway, payment);
  const amount = request.amount ?? payment.amount - payment.amountRefunded;
  refuseByAmount(payment, amount);
  refuseUsedReceipt(gateway, payment, request);
  const status = gateway.faults.refunds();
  if (status === 'refused') {
    throw refundRefused('Your account does not have enough balance to carry out the refund operation.');
  }

  const refund: Refund = {
    id: newId('refund'),
    paymentId,
    amount,
    currency: payment.currency,
    status,
    speed: request.speed,
    receipt: request.receipt,
    notes: request.notes,
    idempotency,
    createdAt: now,
  };
  const refunded = withRefunded(payment, payment.amountRefunded + amount);
  const events: GatewayEvent[] = [{ event: 'refund.created', refund, payment: refunded }];
  if (refund.status === 'processed') events.push({ event: 'refund.processed', refund, payment: refunded });
  commit(gateway, { payments: [refunded], refunds: [refund] }, events);
  return refund;
}

/** Ends a pending refund; a failed one gives the amount back to what can be refunded. */
export function finishRefund(gateway: Gateway, refundId: string, status: 'processed' | 'failed'): Refund {
  const pending = findRefund(gateway, refundId);
  if (pending.status !== 'pending') throw generic(`The refund is ${pending.status} already.`);
  const before = findPayment(gateway, pending.paymentId);
  const refund: Refund = { ...pending, status };
  const payment = status === 'processed' ? before : withRefunded(before, before.amountRefunded - refund.amount);
  commit(gateway, { payments: [payment], refunds: [refund] }, [{ event: `refund.${status}`, refund, payment }]);
  return refund;
}

/** @throws ApiError when the refund is unknown */
export function findRefund({ store }: Pick<Gateway, 'store'>, refundId: string): Refund {
  const refund = store.refunds.get(refundId);
  if (!refund) throw unknownId();
  return refund;
}

/** A payment is `refunded` only once all of it went back. */
function withRefunded(payment: Payment, amountRefunded: number): Payment {
  return { ...payment, amountRefunded, status: amountRefunded === payment.amount ? 'refunded' : 'captured' };
}

function toIdempotency(key: string | undefined, request: Pick<RefundRequest, 'paymentId' | 'body'>) {
  if (key === undefined) return null;
  if (key.length < 10) throw generic('The idempotency key must be at least 10 characters long.');
  if (!/^[A-Za-z0-9_-]+$/.test(key)) {
    throw generic('The idempotency key must only contain alphanumeric characters, underscores, and hyphens');
  }
  return { key, fingerprint: JSON.stringify({ ...request, body: request.body ?? {} }) };
}

function repeated(earlier: Refund, fingerprint: string): Refund {
  if (earlier.idempotency?.fingerprint === fingerprint) return earlier;
  throw generic('Different request with the same idempotency key has already been processed.', 409);
}

function refuseByPayment(payment: Payment, now: number): void {
  if (payment.status === 'refunded') throw refundRefused('The payment has been fully refunded already.');
  if (payment.status !== 'captured') {
    throw refundRefused('The payment status should be captured for action to be taken.');
  }
  if (now - payment.createdAt > sixMonthsSeconds) {
    throw refundRefused('Refund is not supported by the bank because the payment is more than 6 months old');
  }
}

function refuseDisputed({ store }: Gateway, payment: Payment): void {
  if (!store.disputesOf(payment.id).some(({ status }) => status === 'open')) return;
  throw refundRefused('The refund on this payment is blocked due to ongoing dispute investigation.');
}

function refuseByAmount(payment: Payment, amount: number): void {
  refuseRefundAmount(amount, payment.currency);
  if (amount > payment.amount - payment.amountRefunded) {
    throw refundRefused('The refund amount provided is greater than amount captured.');
  }
}

/** A receipt is unique among the refunds of a payment: a second guard besides the key. */
function refuseUsedReceipt({ store }: Gateway, payment: Payment, { receipt }: CreateRefund): void {
  const isUsed = receipt !== null && store.refundsOf(payment.id).some((refund) => refund.receipt === receipt);
  if (isUsed) throw refundRefused('Duplicate receipt found for this refund request.');
}
