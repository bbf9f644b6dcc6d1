import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { timeKeys, type TimesFilter } from './keys.ts';

type DayOf = TimesFilter & {
  expertId: string;
  /** Empty while no day is chosen: then nothing is asked. */
  date: string;
};

function availabilityQueryOptions({ expertId, ...day }: DayOf) {
  return queryOptions({
    queryKey: timeKeys.day(expertId, day),
    queryFn: ({ signal }) => request('GET /experts/:id/availability', { params: { id: expertId }, query: day, signal }),
    staleTime: 15_000,
  });
}

/** Every slot of a day, free or not. What is taken meanwhile is decided by the server when the slot is held. */
export function useAvailability(of: DayOf) {
  return useQuery({
    ...availabilityQueryOptions(of),
    enabled: of.date !== '',
    // Another length of the same day: what was shown stays until the answer is here.
    placeholderData: (before) => (before?.date === of.date ? before : undefined),
  });
}
