import { config } from '../../../lib/config.ts';
import { secondsLeft, type CheckoutOrder } from './checkout-order.ts';
import { callbackUrl } from './hosted-checkout.ts';
import { isInAppBrowser } from './in-app-browser.ts';
import type { CheckoutConstructor } from './load-checkout.ts';
import type { Prefill } from './prefill.ts';

export type CheckoutEvents = {
  /** The gateway took a payment; only the server can say what it is worth. */
  onPaid: (proof: RazorpaySuccess) => void;
  /** One attempt failed. Never final: the customer may try again in the same window. */
  onAttemptFailed: (reason: string) => void;
  /** The window closed without a payment that we know of. */
  onDismissed: () => void;
};

export type CheckoutInput = { order: CheckoutOrder; description: string; prefill: Prefill; events: CheckoutEvents };

/** The checkout closes this long before the hold ends, so that a last payment still meets its slot (O4). */
const marginSeconds = 15;

/**
 * Opens the gateway's checkout for an order and gives back how to close it. In browsers inside apps the whole window goes
 * there, and the outcome comes to the server (`callback_url`).
 */
export function openCheckout(
  Checkout: CheckoutConstructor,
  { order, description, prefill, events }: CheckoutInput,
): () => void {
  const checkout = new Checkout({
    key: order.keyId,
    amount: order.amountMinor,
    currency: order.currency,
    order_id: order.orderId,
    name: config.brandName,
    description,
    handler: events.onPaid,
    callback_url: callbackUrl(),
    redirect: isInAppBrowser(navigator.userAgent),
    prefill,
    // The gateway's own page; ours uses a darker blue, which carries white text.
    theme: { color: '#3b82f6' },
    timeout: Math.max(1, secondsLeft(order) - marginSeconds),
    retry: { enabled: true, max_count: 4 },
    modal: { ondismiss: events.onDismissed, confirm_close: true },
  });
  checkout.on('payment.failed', ({ error }) => events.onAttemptFailed(error.reason));
  checkout.open();
  return () => checkout.close?.();
}
