import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Duration } from '@serene/shared/scheduling';
import { request } from '../../../lib/api/request.ts';
import { dayKey, wallTime } from '../../../lib/time/days.ts';
import { timesOf } from '../../times/index.ts';
import type { CheckoutOrder } from '../checkout-order.ts';

export type OrderRequest = {
  expertId: string;
  startsAt: string;
  duration: Duration;
  timezone: string;
  /** What the customer saw, in major units; the server refuses another price. */
  amount: number;
  currency: string;
};

/** Holds a slot and opens an order. Asking again for the same slot gives the same order (S4), so a repeat is safe. */
export function useCreateOrder() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createOrder,
    // Whatever came of it, the times that were on screen may have changed.
    onSettled: (_order, _error, { expertId }) =>
      queryClient.invalidateQueries({ ...timesOf(expertId), refetchType: 'none' }),
  });
}

async function createOrder({ amount, currency, startsAt, ...rest }: OrderRequest): Promise<CheckoutOrder> {
  const { expertId, duration, timezone } = rest;
  const sessionDate = dayKey(startsAt, timezone);
  const sessionTime = wallTime(startsAt, timezone);
  const { orderId: _id, ...order } = await request('POST /payments/create-order', {
    body: { amount, currency, notes: { expertId, sessionDate, sessionTime, duration, timezone, startsAt } },
  });
  return order;
}
