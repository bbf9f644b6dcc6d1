import type { ClientSession, Types } from 'mongoose';
import { enqueueMail } from '../../notifications/index.ts';
import { findUserById, markEmailVerified } from '../user-repository.ts';

/**
 * Notes that somebody reads what is sent to the address of an account, in the transaction that proves it, and owes them
 * the welcome.
 * @returns false when that was known
 */
export async function confirmAddress(userId: Types.ObjectId, now: Date, transaction: ClientSession): Promise<boolean> {
  if (!(await markEmailVerified(userId, now, transaction))) return false;
  const user = await findUserById(userId, transaction);
  if (user === null) return false;
  const { name, email, timezone, locale, roles } = user;
  await enqueueMail(
    {
      key: `welcome:${userId.toHexString()}:customer`,
      to: email,
      template: 'welcome',
      data: { isExpert: roles.includes('expert'), reader: { name, timezone, locale } },
    },
    { now, transaction },
  );
  return true;
}
