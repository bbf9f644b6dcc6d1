import { config } from '../../../lib/config.ts';
import type { CheckoutOrder } from './checkout-order.ts';
import type { Prefill } from './prefill.ts';

/** Where the gateway's page posts what it took; the server settles it and leads on to a page of the app. */
export const callbackUrl = () => new URL('/api/v1/payments/callback', location.origin).href;

type HostedCheckout = { order: CheckoutOrder; description: string; prefill: Prefill };

/**
 * Leaves for the gateway's checkout as a page of its own (Razorpay "Hosted checkout"). The outcome comes back to the
 * server by a form; this page is gone by then.
 */
export function leaveForHostedCheckout({ order, description, prefill }: HostedCheckout): void {
  const turnedBack = new URLSearchParams({ orderId: order.orderId });
  const fields: Record<string, string | undefined> = {
    key_id: order.keyId,
    order_id: order.orderId,
    amount: `${order.amountMinor}`,
    currency: order.currency,
    name: config.brandName,
    description,
    'prefill[name]': prefill.name,
    'prefill[email]': prefill.email,
    'prefill[contact]': prefill.contact,
    callback_url: callbackUrl(),
    cancel_url: `${callbackUrl()}/cancelled?${turnedBack.toString()}`,
  };
  const form = Object.assign(document.createElement('form'), { method: 'post', action: order.hostedCheckoutUrl });
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(Object.assign(document.createElement('input'), { name, value }));
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
