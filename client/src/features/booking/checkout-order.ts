import type { Checkout, OrderStatus } from '@serene/shared/contracts';
import { serverNow } from '../../lib/time/server-clock.ts';

/** What paying needs to know of an order, whether just made or found again. */
export type CheckoutOrder = {
  bookingId: string;
  paymentId: string;
  checkout: Checkout;
  amount: number;
  amountMinor: number;
  currency: string;
  /** The end of the hold as an instant; null once there is none. */
  holdExpiresAt: string | null;
};

type OrderAnswer = Pick<OrderStatus, keyof CheckoutOrder>;

/** Takes an order from an answer; undefined while the gateway has opened no checkout for it. */
export function checkoutOrder(answer: OrderAnswer): CheckoutOrder | undefined {
  const { bookingId, paymentId, checkout, amount, amountMinor, currency, holdExpiresAt } = answer;
  const order = { bookingId, paymentId, amount, amountMinor, currency, holdExpiresAt };
  return checkout === null ? undefined : { ...order, checkout };
}

/** Seconds until the hold ends by the server's clock; none left where there is no hold. */
export function secondsLeft({ holdExpiresAt }: Pick<CheckoutOrder, 'holdExpiresAt'>): number {
  if (holdExpiresAt === null) return 0;
  return Math.max(0, Math.ceil((Date.parse(holdExpiresAt) - serverNow()) / 1000));
}
