import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { enter } from './sign-in.ts';

export type Registration = {
  name: string;
  email: string;
  password: string;
  phone?: string;
  timezone: string;
  /** The language and region of the person's mails. */
  locale: string;
};

/** Makes a customer's account and signs in. */
export function useRegister() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (registration: Registration) => request('POST /auth/register', { body: registration }),
    onSuccess: (answer) => enter(queryClient, answer),
  });
}
