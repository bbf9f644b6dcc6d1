import { useMutation } from '@tanstack/react-query';
import { dropAccessToken } from '../../../lib/api/access-token.ts';
import { betweenRefreshes } from '../../../lib/api/refresh.ts';
import { request } from '../../../lib/api/request.ts';

/**
 * Ends the sign-in, here and at the server. `leave` takes the person off pages that need it before it is forgotten:
 * otherwise such a page would send them to sign in again.
 */
export function useSignOut(leave: () => Promise<void> | void) {
  return useMutation({
    mutationFn: () => betweenRefreshes(() => request('POST /auth/logout')),
    onSuccess: async () => {
      await leave();
      dropAccessToken();
    },
  });
}
