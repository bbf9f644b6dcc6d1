import { useMutation } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';

/** Has a link to a new password mailed. The answer does not tell whether the address has an account. */
export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) => request('POST /auth/forgot-password', { body: { email } }),
  });
}
