import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { currentUserQueryOptions } from './current-user.ts';

/** Keeps the person's time zone in their profile. It holds at once, and is taken back if the server refuses. */
export function useChangeZone() {
  const queryClient = useQueryClient();
  const { queryKey } = currentUserQueryOptions();
  return useMutation({
    mutationFn: (timezone: string) => request('PATCH /me', { body: { timezone } }),
    onMutate: (timezone) => {
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (user) => user && { ...user, timezone });
      return before;
    },
    // By the time of the answer, this sign-in may have ended, or another person may have signed in.
    onError: (_error, _timezone, before) =>
      queryClient.setQueryData(queryKey, (shown) => (shown?.id === before?.id ? before : shown)),
    onSuccess: ({ user }) => queryClient.setQueryData(queryKey, (shown) => (shown?.id === user.id ? user : shown)),
  });
}
