import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { currentUserQueryOptions } from './current-user.ts';

/** Has another link mailed to the person's address, unless it was confirmed meanwhile. */
export function useResendVerification() {
  const queryClient = useQueryClient();
  const { queryKey } = currentUserQueryOptions();
  return useMutation({
    mutationFn: () => request('POST /auth/verify-email/resend'),
    onSuccess: ({ state }) => {
      if (state === 'sent') return;
      queryClient.setQueryData(queryKey, (user) => user && { ...user, emailVerified: true });
    },
  });
}
