import { randomUUID } from 'node:crypto';
import type { ClientSession } from 'mongoose';
import type { Clock } from '../../infra/clock.ts';
import { enqueueMail } from '../notifications/index.ts';
import { endAccess, type EndFeedsOf } from './end-access.ts';
import { hashChosenPassword } from './chosen-password.ts';
import { deletePasswordLinksOf } from './links/link-repository.ts';
import type { PasswordOwner } from './password-rule/password-fault.ts';
import type { UserRecord } from './user-model.ts';
import { setPassword, type PasswordTarget } from './user-repository.ts';

/** A password before it takes the place of another. */
export type NewPassword = { passwordHash: string; changedAt: Date; noticeId: string };

/**
 * Hashes a password, before the transaction that sets it: that one may run again (rule T2).
 * @throws AppError VALIDATION_FAILED for a password that the rule refuses its owner
 */
export async function draftPassword(
  { clock }: { clock: Clock },
  password: string,
  owner: PasswordOwner,
): Promise<NewPassword> {
  const passwordHash = await hashChosenPassword(password, owner);
  return { passwordHash, changedAt: clock.now(), noticeId: randomUUID() };
}

/**
 * Sets a password and ends whatever an older one opened, in one transaction: the sign-ins of all devices, the links to
 * calendars, and mailed links that choose another password. Whoever knew the old password is out, and the owner is told.
 * @returns the account, or null when there is none, or its password is another by now
 */
export async function replacePassword(
  { endFeedsOf }: { endFeedsOf: EndFeedsOf },
  { account, next }: { account: PasswordTarget; next: NewPassword },
  transaction: ClientSession,
): Promise<UserRecord | null> {
  const user = await setPassword(account, next.passwordHash, transaction);
  if (user === null) return null;
  await endAccess(user._id, { now: next.changedAt, endFeedsOf }, transaction);
  await deletePasswordLinksOf(user._id, transaction);
  // Whoever registered an address that is not theirs must not have this sent to its reader again and again.
  if (user.emailVerifiedAt !== null) await oweNotice(user, next, transaction);
  return user;
}

/** Owes the owner of a proved address the news that the password was changed. */
export async function oweNotice(
  { email, timezone, locale }: UserRecord,
  { changedAt, noticeId }: Omit<NewPassword, 'passwordHash'>,
  transaction: ClientSession,
): Promise<void> {
  await enqueueMail(
    {
      key: `password-changed:${noticeId}:customer`,
      to: email,
      template: 'password-changed',
      data: { changedAt, reader: { timezone, locale } },
    },
    { now: changedAt, transaction },
  );
}
