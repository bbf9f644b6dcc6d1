import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { dropAccessToken, onSignedOut } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import { currentUserQueryOptions } from './current-user.ts';

/**
 * Ends the sign-in, here and at the server. `leave` takes the person off pages that need it before it is forgotten:
 * otherwise such a page would send them to sign in again.
 */
export function useSignOut(leave: () => Promise<void> | void) {
  return useMutation({
    mutationFn: () => request('POST /auth/logout'),
    onSuccess: async () => {
      await leave();
      dropAccessToken();
    },
  });
}

/** Forgets what was shown to the person when the sign-in ends, also when the server ended it. */
export function useForgetOnSignOut(): void {
  const queryClient = useQueryClient();
  useEffect(
    () =>
      onSignedOut(() => {
        const { queryKey } = currentUserQueryOptions();
        queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] && !query.isActive() });
        queryClient.setQueryData(queryKey, null);
      }),
    [queryClient],
  );
}
