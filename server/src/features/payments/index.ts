import { GatewayPauseModel } from './gateway-pause.ts';
import { DisputeModel } from './disputes/dispute-model.ts';
import { ChargeModel } from './records/charge-model.ts';
import { LedgerModel } from './ledger/ledger-model.ts';
import { NetworkHoldsModel } from './holds/network-holds.ts';
import { PaymentModel } from './records/payment-model.ts';
import { RefundModel } from './refunds/refund-model.ts';
import { WebhookEventModel } from './webhooks/webhook-event-model.ts';

export { makeRoom, slotTaken } from './holds/make-room.ts';
export { createOrder } from './orders/create-order.ts';
export { readOrder } from './orders/read-order.ts';
export type { PaymentRecord } from './records/payment-model.ts';
export { isUndecided } from './records/undecided.ts';
export { paymentRoutes } from './routes.ts';
export { extendHolds } from './orders/extend-holds.ts';
export { processWebhooks } from './webhooks/process-webhooks.ts';
export { refundBooking } from './refunds/refund-booking.ts';
export { reconcile } from './reconciliation/reconcile.ts';
export { sendRefunds } from './refunds/send-refunds.ts';
export { sessionForPayment, type NamedSlot } from './settlement/session-for-payment.ts';
export { settle } from './settlement/settle.ts';
export type { SettleDependencies } from './dependencies.ts';
export { sweepHolds } from './holds/sweep-holds.ts';
export { receiveWebhook } from './webhooks/receive-webhook.ts';
export { webhookRoutes } from './webhooks/webhook-routes.ts';
export { readMoneyEvents } from './ledger/ledger-repository.ts';
export { findPayment } from './records/payment-repository.ts';
export { findRefundsOfPayment } from './refunds/refund-repository.ts';
export type { RefundRecord } from './refunds/refund-model.ts';
export type { DisputeRecord } from './disputes/dispute-model.ts';
export type { LedgerRecord } from './ledger/ledger-model.ts';
export type { ChargeRecord } from './records/charge-model.ts';
export { findCharge } from './records/charge-repository.ts';
export { followDisputes } from './disputes/follow-disputes.ts';
export {
  ChargeModel,
  DisputeModel,
  GatewayPauseModel,
  LedgerModel,
  NetworkHoldsModel,
  PaymentModel,
  RefundModel,
  WebhookEventModel,
};
