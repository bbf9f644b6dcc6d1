import { toDispute, toOrder, toPayment, toRefund } from '../api/present.ts';
import type { Dispute, Order, Payment, Refund } from '../state/records.ts';

/** What happened, with the entities as they were at that moment. */
export type GatewayEvent =
  | { event: 'payment.authorized' | 'payment.captured' | 'payment.failed'; payment: Payment }
  | { event: 'order.paid'; payment: Payment; order: Order }
  | { event: 'refund.created' | 'refund.processed' | 'refund.failed'; refund: Refund; payment: Payment }
  | { event: `payment.dispute.${'created' | 'won' | 'lost' | 'closed'}`; dispute: Dispute; payment: Payment };

const accountId = 'acc_SandboxAccount';

/** The body of a webhook: envelope, `contains` and payload (Razorpay docs: Webhooks). */
export function toWebhookBody(event: GatewayEvent, createdAt: number): string {
  const payload = toPayload(event);
  return JSON.stringify({
    entity: 'event',
    account_id: accountId,
    event: event.event,
    contains: Object.keys(payload),
    payload,
    created_at: createdAt,
  });
}

function toPayload(event: GatewayEvent) {
  const payment = { entity: toPayment(event.payment, { withCard: true }) };
  if (event.event === 'order.paid') {
    return { payment, order: { entity: { ...toOrder(event.order), description: null, checkout: null } } };
  }
  if ('refund' in event) return { refund: { entity: toRefund(event.refund) }, payment };
  if ('dispute' in event) return { payment, dispute: { entity: toDispute(event.dispute) } };
  return { payment };
}
