import { useMutation, useQueryClient } from '@tanstack/react-query';
import { dropAccessToken } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';
import { currentUserQueryOptions } from './current-user.ts';

/**
 * Sets a new password by the token of the link that was mailed; all sign-ins of the account end, the one here as well. Another
 * person who is signed in here stays so.
 */
export function useResetPassword() {
  const queryClient = useQueryClient();
  const { queryKey } = currentUserQueryOptions();
  return useMutation({
    mutationFn: (body: { token: string; password: string }) => request('POST /auth/reset-password', { body }),
    onSuccess: ({ email }) => {
      if (queryClient.getQueryData(queryKey)?.email === email) dropAccessToken();
    },
  });
}
