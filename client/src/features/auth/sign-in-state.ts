import { property } from '../../lib/api/read-error.ts';

/** What the page of a new password hands to the sign-in, outside the address. */
export function signInState(email: string) {
  return { newPasswordOf: email };
}

/** The address whose password was changed just now; undefined where the visitor comes from elsewhere. */
export function readSignInState(state: unknown): string | undefined {
  const email = property(state, 'newPasswordOf');
  return typeof email === 'string' ? email : undefined;
}
