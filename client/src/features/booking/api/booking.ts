import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Booking } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { isUnpaid } from '../booking-state.ts';
import { bookingKeys } from './keys.ts';

export function bookingQueryOptions(id: string) {
  return queryOptions({
    queryKey: bookingKeys.one(id),
    queryFn: async ({ signal }): Promise<Booking> =>
      (await request('GET /scheduling/bookings/:id', { params: { id }, signal })).booking,
    // What became of money is never answered from memory.
    staleTime: 0,
  });
}

/** Milliseconds between two looks at a booking that waits for money. */
const lookEvery = 3000;

/** How a booking stands; watched while its money may be on its way. While it is unpaid the server asks the gateway (P4). */
export function useBooking(id: string, enabled = true) {
  return useQuery({
    ...bookingQueryOptions(id),
    enabled,
    refetchInterval: ({ state }) => (state.data !== undefined && isUnpaid(state.data) ? lookEvery : false),
    refetchIntervalInBackground: true,
  });
}
