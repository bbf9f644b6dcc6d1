import type { Types } from 'mongoose';
import type { UserRecord } from './user-model.ts';
import { updateUser } from './user-repository.ts';

/** Whether somebody is reminded of their sessions by mail: everybody is, until they switch it off. */
export function wantsReminders(user: Pick<UserRecord, 'remindersOff'>): boolean {
  return user.remindersOff !== true;
}

/** Sends somebody no more reminders. @returns the account, or null when it has been deleted */
export async function switchRemindersOff(userId: Types.ObjectId): Promise<UserRecord | null> {
  return updateUser(userId, { remindersOff: true });
}
