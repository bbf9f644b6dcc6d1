import { AppError } from '../../errors.ts';
import { isWeakPassword } from './chosen-password.ts';
import { hashPassword, isOldForm, isPassword } from './passwords.ts';
import type { UserRecord } from './user-model.ts';
import { findUserByEmail, notePassword } from './user-repository.ts';

/**
 * The account of an address and its password. An unknown address and a wrong password look alike, and take alike.
 * Passwords that could not be chosen today still sign in, and are noted; one that was hashed in another Unicode form is
 * hashed anew.
 * @throws AppError INVALID_CREDENTIALS
 */
export async function logIn(credentials: { email: string; password: string }): Promise<UserRecord> {
  // Of two first sign-ins at once one notes what it saw; the other looks again, and has nothing left to note.
  return (await verifyOnce(credentials)) ?? (await verifyOnce(credentials)) ?? refuse();
}

/** @returns null when the password was set or noted by somebody else meanwhile */
async function verifyOnce({ email, password }: { email: string; password: string }): Promise<UserRecord | null> {
  const user = await findUserByEmail(email);
  const correct = await isPassword(password, user?.passwordHash ?? null);
  if (user === null || user.passwordHash === null || !correct) throw invalidCredentials();
  const weakPassword = await isWeakPassword(password, user);
  const isOld = await isOldForm(password, user.passwordHash);
  if (!isOld && weakPassword === (user.weakPassword === true)) return user;
  const seen = { weakPassword, passwordHash: isOld ? await hashPassword(password) : user.passwordHash };
  return (await notePassword(user, seen)) ? { ...user, ...seen } : null;
}

function refuse(): never {
  throw invalidCredentials();
}

export function invalidCredentials(): AppError {
  return new AppError('INVALID_CREDENTIALS', 'The email address or the password is wrong.');
}

/** Whose password is tried, since the devices that its owner has used are counted apart; null for an unknown address. */
export function accountTried(email: string): Promise<UserRecord | null> {
  return findUserByEmail(email);
}
