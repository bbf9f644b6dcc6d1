import { queryOptions, useQuery } from '@tanstack/react-query';
import type { OwnExpert } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';

export function ownAvailabilityQueryOptions() {
  return queryOptions({
    queryKey: ['own-availability'],
    queryFn: async ({ signal }): Promise<OwnExpert> =>
      (await request('GET /experts/me/availability', { signal })).expert,
    // A refetch on every focus could change the form under the expert's hands.
    staleTime: Infinity,
    // Forgotten with the page: the next visit begins with the hours of its own moment.
    gcTime: 0,
  });
}

/** The signed-in expert's own schedule. */
export function useOwnAvailability() {
  return useQuery(ownAvailabilityQueryOptions());
}
