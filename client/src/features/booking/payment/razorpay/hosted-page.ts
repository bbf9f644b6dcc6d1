import { config } from '../../../../lib/config.ts';
import type { CheckoutInput } from '../checkout-port.ts';

/** Where the gateway's page posts what it took; the server settles it and leads on to a page of the app. */
export const callbackUrl = () => new URL('/api/v1/payments/callback', location.origin).href;

/**
 * Leaves for the gateway's checkout as a page of its own (Razorpay "Hosted checkout"). The outcome comes back to the
 * server by a form; this page is gone by then.
 */
export function leaveForHostedPage({ order, description, prefill }: CheckoutInput<'popup'>): void {
  const turnedBack = new URLSearchParams({ paymentId: order.paymentId });
  const fields: Record<string, string | undefined> = {
    key_id: order.checkout.key,
    order_id: order.checkout.id,
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
  const form = Object.assign(document.createElement('form'), { method: 'post', action: order.checkout.page });
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) form.append(Object.assign(document.createElement('input'), { name, value }));
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
