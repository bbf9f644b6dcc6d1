import type { DisputeStatus } from '@serene/shared/contracts';
import type { PaymentProvider } from './providers.ts';

/** What a gateway takes of a currency, and gives back of it, in minor units. */
export type PayableAmounts = {
  smallestMinor: number;
  largestMinor: number;
  /** Every amount is a multiple of it. */
  stepMinor: number;
};

/** Where the customer pays one payment: it takes its amount once. */
export type Checkout =
  | {
      id: string;
      /** A window that the gateway's script opens in our page. */
      kind: 'popup';
      /** The public key that the script needs. */
      key: string;
      /** Where the browser loads the script from. */
      script: string;
      /** Where a browser goes that cannot show the window: it takes a form and reports to our callback. */
      page: string;
    }
  | {
      id: string;
      /** A page of the gateway's, which the browser goes to and comes back from. */
      kind: 'redirect';
      url: string;
      expiresAt: Date;
    };

/**
 * One attempt to pay at a checkout. `refunded` was captured before; money that was authorised and went back without ever
 * being captured counts as `failed`, since it was never ours.
 */
export type GatewayAttempt = {
  provider: PaymentProvider;
  id: string;
  checkoutId: string | null;
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
  attemptId: string;
  amountMinor: number;
  currency: string;
  status: 'pending' | 'processed' | 'failed';
  /** The key that it was asked for with; null for one that was made in the gateway's dashboard. */
  key: string | null;
};

/** A customer's bank takes a payment back, or asks to (a chargeback). */
export type GatewayDispute = {
  id: string;
  attemptId: string;
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

export type CheckoutRequest = {
  /** Our payment id; with it the same checkout comes back however often it is asked for. At most 40 characters. */
  key: string;
  amountMinor: number;
  currency: string;
  /** For whoever looks at it in the gateway's dashboard. */
  notes: Record<string, string>;
};

export type RefundRequest = {
  attemptId: string;
  amountMinor: number;
  /** Idempotency key, `{refundId}-{attempt}` (rule R2). */
  key: string;
};

/** What a browser brings back from a checkout. */
export type BrowserReport =
  | {
      provider: PaymentProvider;
      outcome: 'paid';
      checkoutId: string;
      attemptId: string;
      /** Whether the gateway said so: then it is worth asking what is true. Anybody can send a report that is not. */
      isGenuine: boolean;
    }
  /** Nothing proves it, so it is only words. */
  | { provider: PaymentProvider; outcome: 'failed'; reason: FailureReason; checkoutId: string | null };

/** The reasons of a failed attempt that our page has words for. */
export const failureReasons = [
  'insufficient_fund',
  'insufficient_funds',
  'card_declined',
  'payment_failed',
  'authentication_failed',
  'payment_timed_out',
  'payment_cancelled',
  'card_disabled_for_online_payments',
  'card_number_invalid',
  'order_already_paid',
] as const;
export type FailureReason = (typeof failureReasons)[number] | 'other';

/** What a webhook event without a dispute is about. */
export type EventSubject = 'payment' | 'refund';

/** A webhook event: a hint that something happened. What is true is asked of the gateway (rule M1). */
export type GatewayEvent = {
  /** The same for each delivery of it. */
  id: string;
  /** In the gateway's words. */
  type: string;
  checkoutId: string | null;
  attemptId: string | null;
  disputeId: string | null;
  payload: unknown;
};

/** The headers of a request by their names in lower case. */
export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The door to whoever takes the money. Each call may throw AppError GATEWAY_UNAVAILABLE, which means that the outcome
 * is unknown: the caller asks again later and never assumes either way. A definite no to a question is PAYMENT_REFUSED:
 * it is about this one payment, and nothing else has to wait for it.
 */
export interface PaymentGateway {
  readonly provider: PaymentProvider;
  /**
   * Opens a checkout, or finds the one of this key.
   * @throws AppError PAYMENT_REFUSED when the gateway will not make it, with its words as the cause: none is there
   */
  openCheckout(request: CheckoutRequest): Promise<Checkout>;
  /** A checkout that was opened before, from its id alone. */
  describeCheckout(checkoutId: string): Checkout;
  /**
   * Every attempt at a checkout, failed ones included.
   * @throws AppError NOT_FOUND when the gateway knows no such checkout
   */
  fetchAttempts(checkoutId: string): Promise<GatewayAttempt[]>;
  /** @throws AppError NOT_FOUND when the gateway knows no such attempt */
  fetchAttempt(attemptId: string): Promise<GatewayAttempt>;
  /**
   * Sees to it that a checkout cannot be paid any more. `cannot`: this gateway closes none, and nobody is paying now.
   * @throws AppError NOT_FOUND when the gateway knows no such checkout
   */
  closeCheckout(checkoutId: string): Promise<'closed' | 'paid' | 'in-flight' | 'cannot'>;
  /** Takes the money of an authorised attempt; one that is captured already counts as accepted. */
  capture(attempt: GatewayAttempt): Promise<{ accepted: true; attempt: GatewayAttempt } | GatewayRefusal>;
  /** Asks for a refund; asking again with the same key never refunds twice. */
  refund(request: RefundRequest): Promise<{ accepted: true; refund: GatewayRefund } | RefundRefusal>;
  /** @throws AppError NOT_FOUND when the gateway knows no such attempt */
  fetchRefunds(attemptId: string): Promise<GatewayRefund[]>;
  /** @throws AppError NOT_FOUND when the gateway knows no such dispute */
  fetchDispute(disputeId: string): Promise<GatewayDispute>;
  /** The latest hundred, of whatever payments. */
  fetchLatestDisputes(): Promise<GatewayDispute[]>;
  /** What a browser says came of a checkout, from a JSON body or a form; null for what is no report. */
  readReport(body: unknown): BrowserReport | null;
  /**
   * Reads a webhook delivery.
   * @throws AppError PAYMENT_NOT_VERIFIED for a body that the gateway did not sign, VALIDATION_FAILED for one that is no event
   */
  readEvent(rawBody: Buffer, headers: RequestHeaders): GatewayEvent;
  /** What an event of this type is about, unless it names a dispute. */
  subjectOf(eventType: string): EventSubject;
}
