import type { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { UserRecord } from './user-model.ts';
import { findUserById } from './user-repository.ts';

/**
 * The account of a sign-in.
 * @throws AppError UNAUTHENTICATED when it has been deleted: a token may outlive it by minutes
 */
export async function loadAccount(userId: Types.ObjectId): Promise<UserRecord> {
  return (await findUserById(userId)) ?? accountGone();
}

/** @throws AppError UNAUTHENTICATED, always */
export function accountGone(): never {
  throw new AppError('UNAUTHENTICATED', 'This account no longer exists.');
}
