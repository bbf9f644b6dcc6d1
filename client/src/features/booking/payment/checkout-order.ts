import type { OrderStatus } from '@serene/shared/contracts';

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
  /** How far the server's clock is ahead of this device's, in milliseconds. */
  skew: number;
};

type OrderAnswer = Pick<OrderStatus, Exclude<keyof CheckoutOrder, 'orderId' | 'skew'> | 'serverTime'>;

/** Takes an order from an answer; `receivedAt` is this device's time at its arrival, in epoch milliseconds. */
export function checkoutOrder(orderId: string, answer: OrderAnswer, receivedAt: number): CheckoutOrder {
  const { paymentId, keyId, checkoutUrl, hostedCheckoutUrl, amount, amountMinor, currency, holdExpiresAt } = answer;
  const skew = Date.parse(answer.serverTime) - receivedAt;
  const checkout = { keyId, checkoutUrl, hostedCheckoutUrl };
  return { orderId, paymentId, ...checkout, amount, amountMinor, currency, holdExpiresAt, skew };
}

/** Seconds until the hold ends by the server's clock; none left where there is no hold. */
export function secondsLeft({ holdExpiresAt, skew }: Pick<CheckoutOrder, 'holdExpiresAt' | 'skew'>): number {
  if (holdExpiresAt === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(holdExpiresAt) - Date.now() - skew) / 1000));
}
