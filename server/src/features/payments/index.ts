import { ChargeModel } from './charge-model.ts';
import { LedgerModel } from './ledger-model.ts';
import { PaymentModel } from './payment-model.ts';
import { RefundModel } from './refund-model.ts';
import { WebhookEventModel } from './webhook-event-model.ts';

export { bookFreeSession } from './book-free-session.ts';
export { createOrder } from './create-order.ts';
export type { PaymentRecord } from './payment-model.ts';
export { paymentRoutes } from './routes.ts';
export { extendHolds, extendHoldsJob } from './extend-holds.ts';
export { processWebhooks, processWebhooksJob } from './process-webhooks.ts';
export { reconcile, reconcileJob } from './reconcile.ts';
export { sendRefunds, sendRefundsJob } from './send-refunds.ts';
export { sessionForPayment } from './session-for-payment.ts';
export { settle } from './settle.ts';
export { sweepHolds, sweepHoldsJob } from './sweep-holds.ts';
export { webhookRoutes } from './webhook-routes.ts';
export { ChargeModel, LedgerModel, PaymentModel, RefundModel, WebhookEventModel };
