import type { Booking } from '@serene/shared/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { timesOf } from '../../times/index.ts';
import { bookingQueryOptions } from './booking.ts';

/** Holds the time of a lapsed booking again, as a new booking; two presses get one (B5). */
export function useRetryBooking({ id, expertId }: Pick<Booking, 'id' | 'expertId'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<Booking> =>
      (await request('POST /scheduling/bookings/:id/retry', { params: { id } })).booking,
    onSuccess: (booking) => queryClient.setQueryData(bookingQueryOptions(booking.id).queryKey, booking),
    onError: () => queryClient.invalidateQueries({ queryKey: bookingQueryOptions(id).queryKey }),
    onSettled: () => queryClient.invalidateQueries({ ...timesOf(expertId), refetchType: 'none' }),
  });
}
