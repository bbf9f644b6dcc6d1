import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { currentUserKey } from './current-user.ts';

/** Confirms an address by the token of the link that was mailed to it. Nobody needs to be signed in. */
export function useVerifyEmail() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (token: string) => request('POST /auth/verify-email', { body: { token } }),
    // It may be the address of whoever is signed in here, or another.
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: currentUserKey }),
  });
}
