import type { Types } from 'mongoose';
import { accountGone } from './load-account.ts';
import type { UserRecord } from './user-model.ts';
import { updateUser, type AccountChange } from './user-repository.ts';

/**
 * Changes what people may change of their own account.
 * @throws AppError UNAUTHENTICATED when it has been deleted
 */
export async function changeAccount(userId: Types.ObjectId, change: AccountChange): Promise<UserRecord> {
  return (await updateUser(userId, change)) ?? accountGone();
}
