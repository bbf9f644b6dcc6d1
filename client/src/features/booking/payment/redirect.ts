import type { CheckoutInput } from './checkout-port.ts';

/** Leaves for the gateway's page, which leads back to a page of the app. */
export function openCheckout({ order }: CheckoutInput<'redirect'>, ending: AbortSignal): Promise<'left'> {
  if (!ending.aborted) location.assign(order.checkout.url);
  return Promise.resolve('left');
}
