import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { dayKey, wallTime } from '../../../lib/time/days.ts';
import { timesOf } from '../../times/index.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import { noteCheckout } from '../last-checkout.ts';
import type { BookingWish } from './wish.ts';

/** Holds a slot and opens an order. Asking again for the same slot gives the same order (S4), so a repeat is safe. */
export function useCreateOrder() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createOrder,
    onSuccess: noteCheckout,
    // Whatever came of it, the times that were on screen may have changed.
    onSettled: (_order, _error, { expertId }) =>
      queryClient.invalidateQueries({ ...timesOf(expertId), refetchType: 'none' }),
  });
}

async function createOrder({ amount, currency, expertZone: _zone, ...wish }: BookingWish): Promise<CheckoutOrder> {
  const { startsAt, timezone } = wish;
  const sessionDate = dayKey(startsAt, timezone);
  const sessionTime = wallTime(startsAt, timezone);
  const { orderId: _id, ...order } = await request('POST /payments/create-order', {
    body: { amount, currency, notes: { ...wish, sessionDate, sessionTime } },
  });
  return order;
}
