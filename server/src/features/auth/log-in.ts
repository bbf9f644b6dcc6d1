import { AppError } from '../../errors.ts';
import { isPassword } from './passwords.ts';
import type { UserRecord } from './user-model.ts';
import { findUserByEmail } from './user-repository.ts';

/**
 * The account of an address and its password. An unknown address and a wrong password look alike, and take alike.
 * @throws AppError INVALID_CREDENTIALS
 */
export async function logIn({ email, password }: { email: string; password: string }): Promise<UserRecord> {
  const user = await findUserByEmail(email);
  const correct = await isPassword(password, user?.passwordHash ?? null);
  if (user === null || !correct) throw invalidCredentials();
  return user;
}

export function invalidCredentials(): AppError {
  return new AppError('INVALID_CREDENTIALS', 'The e-mail address or the password is wrong.');
}
