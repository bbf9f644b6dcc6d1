import type { PaymentGateway } from './port.ts';
import { createRazorpayClient } from './razorpay-client.ts';
import { createDisputes } from './razorpay-disputes.ts';
import { isRazorpayId } from './razorpay-entities.ts';
import { createOrders } from './razorpay-orders.ts';
import { createPayments } from './razorpay-payments.ts';
import { createRefunds } from './razorpay-refunds.ts';
import { isSignatureOf } from './signatures.ts';

type RazorpayOptions = {
  keyId: string;
  keySecret: string;
  /** All that are valid now: retries of older events keep the secret they were signed with. */
  webhookSecrets: readonly string[];
  /** Origin of the API, without `/v1`. */
  baseUrl: string;
  /** Limit of one call. */
  timeoutMs?: number;
};

const liveOrigin = 'https://api.razorpay.com';
const liveCheckout = 'https://checkout.razorpay.com/v1/checkout.js';

/** The payment gateway on Razorpay's official SDK, or on anything that speaks its API at `baseUrl`. */
export function createRazorpayGateway(options: RazorpayOptions): PaymentGateway {
  const { keyId, keySecret, webhookSecrets, timeoutMs = 10_000 } = options;
  const baseUrl = new URL(options.baseUrl).origin;
  const sdk = createRazorpayClient({ keyId, keySecret, baseUrl, timeoutMs });
  return {
    provider: 'razorpay',
    keyId,
    checkoutUrl: baseUrl === liveOrigin ? liveCheckout : `${baseUrl}/v1/checkout.js`,
    hostedCheckoutUrl: `${baseUrl}/v1/checkout/embedded`,
    ...createOrders(sdk),
    ...createPayments(sdk),
    ...createRefunds(sdk),
    ...createDisputes(sdk),
    // An id never contains the separator, so one pair cannot be signed as another.
    isCheckoutSignature: ({ orderId, paymentId, signature }) =>
      isRazorpayId('order', orderId) &&
      isRazorpayId('payment', paymentId) &&
      isSignatureOf(`${orderId}|${paymentId}`, signature, keySecret),
    isWebhookSignature: (rawBody, signature) =>
      webhookSecrets.some((secret) => isSignatureOf(rawBody, signature, secret)),
  };
}
