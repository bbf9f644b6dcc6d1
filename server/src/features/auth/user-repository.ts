import type { Role } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import { UserModel, type UserRecord } from './user-model.ts';

/**
 * Inserts an account. The unique index on the address refuses a second one.
 * @throws AppError FORBIDDEN for a role beyond a customer's with a password that may be a stranger's
 */
export async function insertUser(user: UserRecord, transaction?: ClientSession): Promise<void> {
  const proved = user.emailVerifiedAt !== null && user.passwordProved === true;
  if (!proved && user.roles.some((role) => role !== 'customer')) throw unprovedPassword(user.email);
  await UserModel.create([user], transaction ? { session: transaction } : {});
}

/**
 * Accounts that may be given a role: their password was chosen by whoever reads the address. A role that an account has
 * from before that was noted stays.
 */
const mayHave = (role: Role) => ({
  emailVerifiedAt: { $ne: null },
  $or: [{ passwordProved: true }, { passwordProved: { $exists: false }, roles: role }],
});

/** The account of an address, if it may be given a role. @param email in lower case */
export async function findUserForRole(email: string, role: Role): Promise<UserRecord | null> {
  return UserModel.findOne({ email, ...mayHave(role) }).lean();
}

/** @param email in lower case */
export async function findUserByEmail(email: string): Promise<UserRecord | null> {
  return UserModel.findOne({ email }).lean();
}

export async function findUserById(id: Types.ObjectId, transaction?: ClientSession): Promise<UserRecord | null> {
  return UserModel.findById(id)
    .session(transaction ?? null)
    .lean();
}

/** The accounts of the ids that exist, in no particular order. */
export async function findUsersByIds(
  ids: readonly Types.ObjectId[],
  transaction?: ClientSession,
): Promise<UserRecord[]> {
  return UserModel.find({ _id: { $in: ids } })
    .session(transaction ?? null)
    .lean();
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

/**
 * Gives an account a role; one it has already stays. It shows in access tokens from the next refresh on. Compare-and-set
 * on the proof of its address and password: whoever registered it first may be a stranger.
 * @throws AppError FORBIDDEN when the password may be a stranger's, NOT_FOUND when there is no account
 */
export async function grantRole(id: Types.ObjectId, role: Role, transaction: ClientSession): Promise<void> {
  const result = await UserModel.updateOne(
    { _id: id, ...mayHave(role) },
    { $addToSet: { roles: role } },
    { session: transaction },
  );
  if (result.matchedCount === 1) return;
  const user = await findUserById(id, transaction);
  throw user ? unprovedPassword(user.email) : new AppError('NOT_FOUND', 'There is no such account.');
}

function unprovedPassword(email: string): AppError {
  return new AppError(
    'FORBIDDEN',
    `Nobody has shown that the person who reads ${email} chose its password, so the account gets no role.`,
  );
}

/**
 * Makes an account that may not be given a role into the one given, in place: its id stays, and what its maker chose
 * (name, password, phone, language, reminders) goes. Compare-and-set.
 * @returns the account, and whether its address was proved before; or null when there is none of the address, or it may be
 * given the role
 */
export async function takeOverUnproved(
  account: UserRecord,
  role: Role,
  transaction: ClientSession,
): Promise<{ user: UserRecord; wasProved: boolean } | null> {
  const { name, email, emailVerifiedAt, phone, timezone, locale, passwordHash } = account;
  if (emailVerifiedAt === null || passwordHash === null) throw new TypeError('A taken-over account is proved.');
  const taken = await UserModel.findOneAndUpdate(
    { email, $nor: [mayHave(role)] },
    {
      $set: { name, emailVerifiedAt, phone, timezone, ...(locale !== undefined && { locale }) },
      $unset: { remindersOff: true, ...(locale === undefined && { locale: true }) },
    },
    { session: transaction },
  ).lean();
  if (taken === null) return null;
  const user = await setPassword({ _id: taken._id, proved: true }, passwordHash, transaction);
  return user && { user, wasProved: taken.emailVerifiedAt !== null };
}

/**
 * Notes that an address was proved. The password was chosen before, by whoever registered the address.
 * @returns false when it was before, or when there is no account
 */
export async function markEmailVerified(id: Types.ObjectId, now: Date, transaction: ClientSession): Promise<boolean> {
  const unproved = { _id: id, emailVerifiedAt: null };
  const result = await UserModel.updateOne(
    unproved,
    { $set: { emailVerifiedAt: now, passwordProved: false } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/**
 * Counts a sign-in of an account whose password is still the one that was verified. Compare-and-set, and always a write:
 * of a sign-in and a new password at once, the later one runs again and sees the other.
 * @returns false when the password is another by now
 */
export async function countSignIn(
  { _id, passwordHash }: Pick<UserRecord, '_id' | 'passwordHash'>,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await UserModel.updateOne({ _id, passwordHash }, { $inc: { signIns: 1 } }, { session: transaction });
  return result.matchedCount === 1;
}

/**
 * Keeps what a sign-in showed of the password that it verified. Compare-and-set.
 * @returns false when the password is another by now
 */
export async function notePassword(
  { _id, passwordHash }: Pick<UserRecord, '_id' | 'passwordHash'>,
  seen: { passwordHash: string; weakPassword: boolean },
): Promise<boolean> {
  const result = await UserModel.updateOne({ _id, passwordHash }, { $set: seen });
  return result.matchedCount === 1;
}

/** The account that gets a password. */
export type PasswordTarget = {
  _id: Types.ObjectId;
  /** The hash of the password that the new one takes the place of, where that was asked for: compare-and-set. */
  given?: string | null | undefined;
  /** Whether who chooses it has shown that the address is theirs; a change by the current one leaves what was known. */
  proved?: true;
};

/**
 * Sets a password that the rule for new ones accepts.
 * @returns the account, or null when there is none, or its password is another by now
 */
export async function setPassword(
  { _id, given, proved }: PasswordTarget,
  passwordHash: string,
  transaction: ClientSession,
): Promise<UserRecord | null> {
  const known = given === undefined ? { _id } : { _id, passwordHash: given };
  const result = await UserModel.updateOne(
    known,
    { $set: { passwordHash, ...(proved && { passwordProved: true }) }, $unset: { weakPassword: true } },
    { session: transaction },
  );
  return result.matchedCount === 0 ? null : findUserById(_id, transaction);
}

/**
 * Counts a booking that costs nothing: always a write, so that of two at once the later one runs again and sees the other
 * (rule T3).
 * @param read the account as it was read before; only where it has been confirmed or changed since is it read again
 * @returns the account as far as confirming goes, or null when there is none
 */
export async function countFreeBooking(
  read: Pick<UserRecord, '_id' | 'emailVerifiedAt'>,
  transaction: ClientSession,
): Promise<Pick<UserRecord, 'emailVerifiedAt'> | null> {
  const { _id, emailVerifiedAt } = read;
  const count = { $inc: { freeBookings: 1 } };
  const result = await UserModel.updateOne({ _id, emailVerifiedAt }, count, { session: transaction });
  if (result.matchedCount === 1) return read;
  await UserModel.updateOne({ _id }, count, { session: transaction });
  return findUserById(_id, transaction);
}
