import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Duration } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { bookingKeys } from './keys.ts';

type DayOf = { expertId: string; date: string; duration: Duration; timezone: string };

export function availabilityQueryOptions({ expertId, ...day }: DayOf) {
  return queryOptions({
    queryKey: bookingKeys.day(expertId, day),
    queryFn: ({ signal }) => request('GET /experts/:id/availability', { params: { id: expertId }, query: day, signal }),
    staleTime: 15_000,
  });
}

/** Every slot of a day, free or not. What is taken meanwhile is decided by the server when the slot is held. */
export function useAvailability(of: DayOf) {
  return useQuery({
    ...availabilityQueryOptions(of),
    // Another length of the same day: what was shown stays until the answer is here.
    placeholderData: (before) => (before?.date === of.date ? before : undefined),
  });
}
