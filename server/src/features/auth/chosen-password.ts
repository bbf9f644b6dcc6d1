import { passwordSchema } from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';
import { passwordFault, type PasswordOwner } from './password-rule/password-fault.ts';
import { hashPassword } from './passwords.ts';

/**
 * The hash of a password that somebody chooses. Whatever sets a password gets its hash here, so there is one rule.
 * @throws AppError VALIDATION_FAILED, with what is wrong as the issue of the field `password`
 */
export async function hashChosenPassword(password: string, owner: PasswordOwner): Promise<string> {
  const message = await faultOf(password, owner);
  if (message === null) return hashPassword(password);
  throw new AppError('VALIDATION_FAILED', `Choose another password. ${message}.`, {
    details: { issues: [{ in: 'body', path: 'password', message }] },
  });
}

/** Whether somebody who chose this password earlier could not choose it today. */
export async function isWeakPassword(password: string, owner: PasswordOwner): Promise<boolean> {
  return (await faultOf(password, owner)) !== null;
}

async function faultOf(password: string, owner: PasswordOwner): Promise<string | null> {
  const { error, data } = passwordSchema.safeParse(password);
  return error ? (error.issues[0]?.message ?? error.message) : passwordFault(data, owner);
}
