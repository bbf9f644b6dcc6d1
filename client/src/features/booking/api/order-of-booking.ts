import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import { noteCheckout } from '../last-checkout.ts';
import { bookingQueryOptions } from './booking.ts';

/** Opens the order of a time that is held; the same again while it is. */
export function useOrderOfBooking(bookingId: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<CheckoutOrder> => {
      const { orderId: _id, ...order } = await request('POST /payments/create-order', { body: { bookingId } });
      return order;
    },
    onSuccess: noteCheckout,
    // It may be paid by now, or lapsed.
    onError: () => queryClient.invalidateQueries({ queryKey: bookingQueryOptions(bookingId).queryKey }),
  });
}
