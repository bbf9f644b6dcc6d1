import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AvailabilityChange } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { ownAvailabilityQueryOptions } from './own-availability.ts';

/** Saves the hours; the answer lists the booked sessions they leave outside (S5). */
export function useSaveAvailability() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: AvailabilityChange) => request('PUT /experts/availability', { body: change }),
    onSuccess: ({ expert }) => {
      queryClient.setQueryData(ownAvailabilityQueryOptions().queryKey, expert);
      return queryClient.invalidateQueries({
        predicate: ({ queryKey: [kind] }) => kind === 'times' || kind === 'expert',
        refetchType: 'none',
      });
    },
  });
}
