import type { ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { SignedInPrincipal } from '../../http/principal.ts';
import { countGrant, isSignInLive } from './token-family-repository.ts';

type Caller = Pick<SignedInPrincipal, 'signInId' | 'userId'>;

/**
 * An access token lasts 15 minutes by itself; the sign-in that it comes from may end before, by a new password or by
 * signing out elsewhere.
 * @throws AppError UNAUTHENTICATED when it has
 */
export async function requireLiveSignIn(caller: Caller, now: Date): Promise<void> {
  if (!(await isSignInLive(caller, now))) throw signInAgain();
}

/**
 * The same, in the transaction that makes something which outlives the sign-in, such as a link to a calendar: a new
 * password either refuses it here, or finds it and ends it.
 * @throws AppError UNAUTHENTICATED
 */
export async function grantFromSignIn(caller: Caller, now: Date, transaction: ClientSession): Promise<void> {
  if (!(await countGrant(caller, now, transaction))) throw signInAgain();
}

export function signInAgain(options?: { cause: unknown }): AppError {
  return new AppError('UNAUTHENTICATED', 'Your sign-in has ended. Sign in again.', options);
}
