import { config } from '../../../../lib/config.ts';
import { secondsLeft } from '../../checkout-order.ts';
import type { CheckoutInput } from '../checkout-port.ts';
import { callbackUrl } from './hosted-page.ts';
import { isInAppBrowser } from './in-app-browser.ts';
import type { PopupConstructor } from './load-script.ts';

/** The window closes this long before the hold ends, so that a last payment still meets its slot (O4). */
const marginSeconds = 15;

/**
 * Opens the gateway's window for an order and gives back how to close it. In browsers inside apps the whole window goes
 * there, and the outcome comes to the server (`callback_url`).
 */
export function openPopup(
  Popup: PopupConstructor,
  { order, description, prefill, events }: CheckoutInput<'popup'>,
): () => void {
  const popup = new Popup({
    key: order.checkout.key,
    amount: order.amountMinor,
    currency: order.currency,
    order_id: order.checkout.id,
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
  popup.on('payment.failed', ({ error }) => events.onAttemptFailed(error.reason));
  popup.open();
  return () => popup.close?.();
}
