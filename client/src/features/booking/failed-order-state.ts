import type { OrderStatus } from '@serene/shared/contracts';

/** What became of an order whose payment was reported as failed. */
export type FailedOrderState = 'booked' | 'refunded' | 'held' | 'ended';

/** Reads an order's state; the hold is judged by the server's clock. */
export function failedOrderState(
  order: Pick<OrderStatus, 'status' | 'holdExpiresAt' | 'serverTime' | 'session' | 'refund'>,
): FailedOrderState {
  // Whatever went back of it since: its slot was not lost, and the page of the session tells the rest.
  if (order.session !== undefined) return 'booked';
  // Also of an order that is open in name only, since another amount arrived than its price (M2).
  if (order.refund !== undefined) return 'refunded';
  switch (order.status) {
    case 'success':
      return 'booked';
    case 'refund_pending':
    case 'refunded':
    case 'partially_refunded':
    case 'refund_failed':
      return 'refunded';
    case 'failed':
    case 'expired':
      return 'ended';
    case 'created':
      return Date.parse(order.holdExpiresAt ?? '') > Date.parse(order.serverTime) ? 'held' : 'ended';
  }
}
