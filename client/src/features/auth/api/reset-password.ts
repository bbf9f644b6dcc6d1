import { useMutation } from '@tanstack/react-query';
import { dropAccessToken } from '../../../lib/api/access-token.ts';
import { request } from '../../../lib/api/request.ts';

/** Sets a new password by the token of the link that was mailed; all sign-ins of the account end, the one here as well. */
export function useResetPassword() {
  return useMutation({
    mutationFn: (body: { token: string; password: string }) => request('POST /auth/reset-password', { body }),
    onSuccess: dropAccessToken,
  });
}
