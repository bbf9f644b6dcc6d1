import { defaultSchedule } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { hashPassword } from './passwords.ts';
import type { UserRecord } from './user-model.ts';
import { insertUser } from './user-repository.ts';

export type Registration = {
  name: string;
  /** Lower case. */
  email: string;
  password: string;
  phone?: string | undefined;
  timezone?: string | undefined;
  locale?: string | undefined;
};

/**
 * Creates a customer account.
 * @throws AppError EMAIL_IN_USE
 */
export async function register({ clock }: { clock: Clock }, registration: Registration): Promise<UserRecord> {
  const { password, phone = null, timezone = defaultSchedule.timezone, locale, name, email } = registration;
  const user: UserRecord = {
    _id: new Types.ObjectId(),
    name,
    email,
    passwordHash: await hashPassword(password),
    phone,
    roles: ['customer'],
    timezone,
    ...(locale !== undefined && { locale }),
    createdAt: clock.now(),
  };
  try {
    await insertUser(user);
  } catch (error) {
    if (!duplicateKeyFields(error)?.includes('email')) throw error;
    throw new AppError('EMAIL_IN_USE', 'This e-mail address has an account already. Sign in instead.', {
      cause: error,
    });
  }
  return user;
}
