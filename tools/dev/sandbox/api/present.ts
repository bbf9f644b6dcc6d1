import { currencyExponent, toMajorUnits } from '@serene/shared/money';
import type { Dispute, Method, Order, Payment, Refund } from '../state/records.ts';

/** The only way from a record to Razorpay's JSON. */

export function toCollection<T>(items: T[]) {
  return { entity: 'collection', count: items.length, items };
}

export function toOrder(order: Order) {
  return {
    id: order.id,
    entity: 'order',
    amount: order.amount,
    amount_paid: order.amountPaid,
    amount_due: order.amount - order.amountPaid,
    currency: order.currency,
    receipt: order.receipt,
    offer_id: null,
    status: order.status,
    attempts: order.attempts,
    notes: toNotes(order.notes),
    created_at: order.createdAt,
  };
}

/** `withCard` embeds the card, as `expand[]=card` and the webhooks do. */
export function toPayment(payment: Payment, { withCard = false } = {}) {
  const { method, failure } = payment;
  return {
    id: payment.id,
    entity: 'payment',
    amount: payment.amount,
    currency: payment.currency,
    base_amount: payment.amount,
    status: payment.status,
    order_id: payment.orderId,
    invoice_id: null,
    international: method.kind === 'card' && method.international,
    method: method.kind,
    amount_refunded: payment.amountRefunded,
    refund_status: refundStatus(payment),
    captured: payment.captured,
    description: payment.description,
    card_id: method.kind === 'card' ? method.cardId : null,
    bank: method.kind === 'netbanking' ? method.bank : null,
    wallet: null,
    vpa: method.kind === 'upi' ? method.vpa : null,
    email: payment.email,
    contact: payment.contact,
    notes: toNotes(payment.notes),
    fee: payment.fee,
    tax: payment.tax,
    error_code: failure?.code ?? null,
    error_description: failure?.description ?? null,
    error_source: failure?.source ?? null,
    error_step: failure?.step ?? null,
    error_reason: failure?.reason ?? null,
    acquirer_data: { [acquirerKey[method.kind]]: payment.bankReference },
    created_at: payment.createdAt,
    reward: null,
    ...(payment.lateAuthorized ? { late_authorized: true } : {}),
    ...(method.kind === 'upi' ? { upi: { vpa: method.vpa, flow: 'collect' } } : {}),
    ...(method.kind === 'card' && withCard ? { card: toCard(method) } : {}),
  };
}

const acquirerKey = { card: 'auth_code', upi: 'rrn', netbanking: 'bank_transaction_id' } as const;

export function toCard(card: Extract<Method, { kind: 'card' }>) {
  return {
    id: card.cardId,
    entity: 'card',
    name: '',
    last4: card.last4,
    network: card.network,
    type: 'credit',
    issuer: null,
    international: card.international,
    emi: false,
    sub_type: 'consumer',
    token_iin: null,
    iin: card.iin,
  };
}

export function toRefund(refund: Refund) {
  return {
    id: refund.id,
    entity: 'refund',
    amount: refund.amount,
    currency: refund.currency,
    payment_id: refund.paymentId,
    notes: toNotes(refund.notes),
    receipt: refund.receipt,
    acquirer_data: { arn: null },
    created_at: refund.createdAt,
    batch_id: null,
    status: refund.status,
    // Test mode cannot refund at once: an `optimum` refund falls back to the normal speed (Razorpay docs: Refunds).
    speed_processed: 'normal',
    speed_requested: refund.speed,
  };
}

export function toDispute(dispute: Dispute) {
  return {
    id: dispute.id,
    entity: 'dispute',
    payment_id: dispute.paymentId,
    amount: dispute.amount,
    currency: dispute.currency,
    // What the bank took: it does so when the dispute is lost.
    amount_deducted: dispute.status === 'lost' ? dispute.amount : 0,
    reason_code: 'services_not_provided',
    respond_by: dispute.respondBy,
    status: dispute.status,
    phase: 'chargeback',
    created_at: dispute.createdAt,
  };
}

/** An amount for people, such as `INR 1500.00`. */
export function toPriceText(amount: number, currency: string): string {
  return `${currency} ${toMajorUnits(amount, currency).toFixed(currencyExponent(currency))}`;
}

function refundStatus({ amount, amountRefunded }: Payment): 'partial' | 'full' | null {
  if (amountRefunded === 0) return null;
  return amountRefunded < amount ? 'partial' : 'full';
}

/** Empty notes are an array on the wire, others an object. */
function toNotes(notes: Record<string, string>): Record<string, string> | [] {
  return Object.keys(notes).length === 0 ? [] : notes;
}
