import { defaultSchedule } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { hashChosenPassword } from './chosen-password.ts';
import type { UserRecord } from './user-model.ts';

/** What a person gives for an account. */
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
 * A customer's account before it is kept; nobody has proved its address.
 * @throws AppError VALIDATION_FAILED for a password that the rule refuses
 */
export async function draftAccount(registration: Registration, now: Date): Promise<UserRecord> {
  const { password, phone = null, timezone = defaultSchedule.timezone, locale, name, email } = registration;
  return {
    _id: new Types.ObjectId(),
    name,
    email,
    emailVerifiedAt: null,
    passwordHash: await hashChosenPassword(password, { name, email }),
    phone,
    roles: ['customer'],
    timezone,
    ...(locale !== undefined && { locale }),
    createdAt: now,
  };
}

/** Keeps an account. @throws AppError EMAIL_IN_USE when the unique index on the address refuses it */
export async function keepAccount(insert: () => Promise<void>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (!duplicateKeyFields(error)?.includes('email')) throw error;
    throw new AppError('EMAIL_IN_USE', 'This email address already has an account. Sign in instead.', {
      cause: error,
    });
  }
}
