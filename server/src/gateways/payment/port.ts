import type { DisputeStatus } from '@serene/shared/contracts';

/** What a gateway takes of a currency, and gives back of it, in minor units. */
export type PayableAmounts = {
  smallestMinor: number;
  largestMinor: number;
  /** Every amount is a multiple of it. */
  stepMinor: number;
};

/** An order at the gateway: the amount it will take once. */
export type GatewayOrder = {
  id: string;
  amountMinor: number;
  currency: string;
  status: 'created' | 'attempted' | 'paid';
  receipt: string | null;
};

/**
 * One attempt to pay an order. `refunded` was captured before; money that was authorised and went back without ever
 * being captured counts as `failed`, since it was never ours.
 */
export type GatewayPayment = {
  id: string;
  orderId: string | null;
  amountMinor: number;
  currency: string;
  status: 'created' | 'authorized' | 'captured' | 'refunded' | 'failed';
  refundedMinor: number;
  feeMinor: number | null;
  taxMinor: number | null;
  method: string | null;
  /** In the gateway's words, which may be shown to the customer. */
  failureReason: string | null;
};

export type GatewayRefund = {
  id: string;
  paymentId: string;
  amountMinor: number;
  currency: string;
  status: 'pending' | 'processed' | 'failed';
  receipt: string | null;
};

/** A customer's bank takes a payment back, or asks to (a chargeback). */
export type GatewayDispute = {
  id: string;
  paymentId: string;
  amountMinor: number;
  currency: string;
  status: DisputeStatus;
  /** How far the bank has gone, in the gateway's words, such as `chargeback`. */
  phase: string;
  reasonCode: string;
  respondBy: Date | null;
  createdAt: Date;
};

/** What the gateway definitely did not do, with its own words. Anything uncertain is thrown as GATEWAY_UNAVAILABLE. */
export type GatewayRefusal = { accepted: false; reason: string; description: string };

/**
 * Why a refund was refused, as far as it makes a difference: a dispute is open (`disputed`), the payment does not have
 * so much left (`exceeds`), or anything else, which a later try may overcome.
 */
export type RefundRefusal = GatewayRefusal & { kind: 'disputed' | 'exceeds' | 'other' };

export type CreateOrderRequest = {
  /** Our payment id; with it the same order comes back however often it is asked for. At most 40 characters. */
  receipt: string;
  amountMinor: number;
  currency: string;
  notes: Record<string, string>;
};

export type RefundRequest = {
  paymentId: string;
  amountMinor: number;
  /** Idempotency key and receipt, `{refundId}-{attempt}` (rule R2). */
  key: string;
};

/**
 * The door to whoever takes the money. Each call may throw AppError GATEWAY_UNAVAILABLE, which means that the outcome
 * is unknown: the caller asks again later and never assumes either way. A definite no to a question is PAYMENT_REFUSED:
 * it is about this one payment, and nothing else has to wait for it.
 */
export interface PaymentGateway {
  readonly provider: 'razorpay';
  /** The public key that the browser's checkout needs. */
  readonly keyId: string;
  /** Where the browser loads the checkout script from. */
  readonly checkoutUrl: string;
  /** Where a browser goes that cannot show the checkout in a frame: it takes a form and reports to a `callback_url`. */
  readonly hostedCheckoutUrl: string;
  /**
   * Opens an order, or finds the one of this receipt.
   * @throws AppError PAYMENT_REFUSED when the gateway will not make it, with its words as the cause: no order is there
   */
  createOrder(request: CreateOrderRequest): Promise<GatewayOrder>;
  /** @throws AppError NOT_FOUND when the gateway knows no such order */
  fetchOrder(orderId: string): Promise<GatewayOrder>;
  /**
   * Every attempt on an order, failed ones included.
   * @throws AppError NOT_FOUND when the gateway knows no such order
   */
  fetchOrderPayments(orderId: string): Promise<GatewayPayment[]>;
  /** @throws AppError NOT_FOUND when the gateway knows no such payment */
  fetchPayment(paymentId: string): Promise<GatewayPayment>;
  /** Takes the money of an authorised payment; one that is captured already counts as accepted. */
  capturePayment(payment: GatewayPayment): Promise<{ accepted: true; payment: GatewayPayment } | GatewayRefusal>;
  /** Asks for a refund; asking again with the same key never refunds twice. */
  refundPayment(request: RefundRequest): Promise<{ accepted: true; refund: GatewayRefund } | RefundRefusal>;
  /** @throws AppError NOT_FOUND when the gateway knows no such payment */
  fetchRefunds(paymentId: string): Promise<GatewayRefund[]>;
  /** @throws AppError NOT_FOUND when the gateway knows no such dispute */
  fetchDispute(disputeId: string): Promise<GatewayDispute>;
  /** The latest hundred, of whatever payments. */
  fetchLatestDisputes(): Promise<GatewayDispute[]>;
  /** Constant-time check of `order_id|payment_id` under the key secret. */
  isCheckoutSignature(signed: { orderId: string; paymentId: string; signature: string }): boolean;
  /** Constant-time check of the raw bytes under any of the webhook secrets. */
  isWebhookSignature(rawBody: Buffer, signature: string): boolean;
}
