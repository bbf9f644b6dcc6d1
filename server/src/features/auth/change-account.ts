import type { Types } from 'mongoose';
import { accountGone } from './load-account.ts';
import type { UserRecord } from './user-model.ts';
import { updateUser, type AccountChange } from './user-repository.ts';

/** What people may change, as they ask for it. */
type Wish = Omit<AccountChange, 'remindersOff'> & { reminders?: boolean | undefined };

/**
 * Changes what people may change of their own account.
 * @throws AppError UNAUTHENTICATED when it has been deleted
 */
export async function changeAccount(userId: Types.ObjectId, { reminders, ...wish }: Wish): Promise<UserRecord> {
  const change = reminders === undefined ? wish : { ...wish, remindersOff: !reminders };
  return (await updateUser(userId, change)) ?? accountGone();
}
