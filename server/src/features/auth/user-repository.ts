import type { Role } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { UserModel, type UserRecord } from './user-model.ts';

/** Inserts an account. The unique index on the address refuses a second one. */
export async function insertUser(user: UserRecord, session?: ClientSession): Promise<void> {
  await UserModel.create([user], session ? { session } : {});
}

/** @param email in lower case */
export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  return UserModel.findOne({ email }).lean();
}

export async function findUserById(id: Types.ObjectId, session?: ClientSession): Promise<UserRecord | null> {
  return UserModel.findById(id)
    .session(session ?? null)
    .lean();
}

/** The accounts of the ids that exist, in no particular order. */
export async function findUsersByIds(ids: readonly Types.ObjectId[]): Promise<UserRecord[]> {
  return UserModel.find({ _id: { $in: ids } }).lean();
}

/** Absent members keep their value. */
export type AccountChange = {
  name?: string | undefined;
  phone?: string | null | undefined;
  timezone?: string | undefined;
  locale?: string | undefined;
  remindersOff?: boolean | undefined;
};

/** @returns the changed account, or null when there is none */
export async function updateUser(id: Types.ObjectId, change: AccountChange): Promise<UserRecord | null> {
  return UserModel.findByIdAndUpdate(id, { $set: change }, { returnDocument: 'after' }).lean();
}

/** Gives an account a role; one it has already stays. It shows in access tokens from the next refresh on. */
export async function grantRole(id: Types.ObjectId, role: Role, session: ClientSession): Promise<void> {
  await UserModel.updateOne({ _id: id }, { $addToSet: { roles: role } }, { session });
}

/** Notes that an address was proved. @returns false when it was before, or when there is no account */
export async function markEmailVerified(id: Types.ObjectId, now: Date, session: ClientSession): Promise<boolean> {
  const unproved = { _id: id, emailVerifiedAt: null };
  const result = await UserModel.updateOne(unproved, { $set: { emailVerifiedAt: now } }, { session });
  return result.matchedCount === 1;
}

/**
 * Counts a sign-in of an account whose password is still the one that was verified. Compare-and-set, and always a write:
 * of a sign-in and a new password at once, the later one runs again and sees the other.
 * @returns false when the password is another by now
 */
export async function countSignIn(
  { _id, passwordHash }: Pick<UserRecord, '_id' | 'passwordHash'>,
  session: ClientSession,
): Promise<boolean> {
  const result = await UserModel.updateOne({ _id, passwordHash }, { $inc: { signIns: 1 } }, { session });
  return result.matchedCount === 1;
}

/** @returns the account, or null when there is none */
export async function setPassword(
  id: Types.ObjectId,
  passwordHash: string,
  session: ClientSession,
): Promise<UserRecord | null> {
  await UserModel.updateOne({ _id: id }, { $set: { passwordHash } }, { session });
  return findUserById(id, session);
}
