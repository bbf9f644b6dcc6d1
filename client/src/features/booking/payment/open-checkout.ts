import type { Checkout } from '@serene/shared/contracts';
import type { CheckoutInput, CheckoutOpening, OpenCheckout } from './checkout-port.ts';

/** Each kind of checkout, fetched with the first opening. */
const openers: { [Kind in Checkout['kind']]: () => Promise<OpenCheckout<Kind>> } = {
  popup: async () => (await import('./razorpay/open-checkout.ts')).openCheckout,
  redirect: async () => (await import('./redirect.ts')).openCheckout,
};

/** Opens the checkout of an order, whoever takes its money. */
export async function openCheckout(input: CheckoutInput, ending: AbortSignal): Promise<CheckoutOpening> {
  const { order } = input;
  const { checkout } = order;
  if (checkout.kind === 'redirect')
    return (await openers.redirect())({ ...input, order: { ...order, checkout } }, ending);
  return (await openers.popup())({ ...input, order: { ...order, checkout } }, ending);
}
