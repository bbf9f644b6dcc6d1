import { fallbackZone } from '@serene/shared/scheduling';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { serverFaults } from '../../../lib/forms/field-errors.ts';
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
    mutationFn: register,
    onSuccess: (answer) => enter(queryClient, answer),
  });
}

/** A zone that the server does not know yet must not stand between a person and their account. */
async function register(registration: Registration) {
  try {
    return await request('POST /auth/register', { body: registration });
  } catch (error) {
    if (!('timezone' in serverFaults(error))) throw error;
    return request('POST /auth/register', { body: { ...registration, timezone: fallbackZone } });
  }
}
