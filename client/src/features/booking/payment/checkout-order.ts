import type { OrderStatus } from '@serene/shared/contracts';
import { serverNow } from '../../../lib/time/server-clock.ts';

/** What the checkout needs to know of an order, whether just made or found again. */
export type CheckoutOrder = {
  orderId: string;
  paymentId: string;
  keyId: string;
  checkoutUrl: string;
  hostedCheckoutUrl: string;
  amount: number;
  amountMinor: number;
  currency: string;
  /** The end of the hold as an instant; null once there is none. */
  holdExpiresAt: string | null;
};

type OrderAnswer = Pick<OrderStatus, Exclude<keyof CheckoutOrder, 'orderId'>>;

/** Takes an order from an answer. */
export function checkoutOrder(orderId: string, answer: OrderAnswer): CheckoutOrder {
  const { paymentId, keyId, checkoutUrl, hostedCheckoutUrl, amount, amountMinor, currency, holdExpiresAt } = answer;
  const checkout = { keyId, checkoutUrl, hostedCheckoutUrl };
  return { orderId, paymentId, ...checkout, amount, amountMinor, currency, holdExpiresAt };
}

/** Seconds until the hold ends by the server's clock; none left where there is no hold. */
export function secondsLeft({ holdExpiresAt }: Pick<CheckoutOrder, 'holdExpiresAt'>): number {
  if (holdExpiresAt === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(holdExpiresAt) - serverNow()) / 1000));
}
