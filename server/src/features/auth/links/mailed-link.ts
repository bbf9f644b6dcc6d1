import { hourMs } from '@serene/shared/time';
import type { ClientSession, Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { enqueueMail } from '../../notifications/index.ts';
import type { UserRecord } from '../user-model.ts';
import type { LinkPurpose } from './link-model.ts';
import { deleteLinksOf, replaceLink, type NewLink } from './link-repository.ts';
import { hashLinkToken, newLinkId, type LinkTokens } from './link-tokens.ts';

export type LinkDependencies = { clock: Clock; linkTokens: LinkTokens };

/** How long a link works. A new password is waited for; a new account's first mail may be read the next day. */
const lifetimesMs: Record<LinkPurpose, number> = { 'verify-email': 48 * hourMs, 'reset-password': hourMs };

/** A link that nobody has yet. */
export type DraftLink = { linkId: string; link: Omit<NewLink, 'userId'> };

/** Draws a link, before the transaction that writes it: that one may run again (rule T2). */
export function draftLink({ clock, linkTokens }: LinkDependencies, purpose: LinkPurpose): DraftLink {
  const linkId = newLinkId();
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + lifetimesMs[purpose]);
  return { linkId, link: { purpose, tokenHash: hashLinkToken(linkTokens.tokenOf(linkId)), createdAt, expiresAt } };
}

/**
 * Gives an account a link and owes it the mail with it, in one transaction; an earlier one of the purpose stops working.
 */
export async function oweLink(
  user: Pick<UserRecord, '_id' | 'email' | 'timezone' | 'locale'>,
  { linkId, link }: DraftLink,
  transaction: ClientSession,
): Promise<void> {
  const { _id: userId, email, timezone, locale } = user;
  const { purpose, createdAt, expiresAt } = link;
  await replaceLink({ userId, ...link }, transaction);
  await enqueueMail(
    {
      key: `${purpose}:${linkId}:customer`,
      to: email,
      template: purpose,
      data: { linkId, expiresAt, reader: { timezone, locale } },
    },
    { now: createdAt, transaction },
  );
}

/**
 * Mails an account a link, or feigns it, in a transaction of its own. Where two ask at once for the first link of an
 * account, the index may refuse the later one: now there is a link to replace.
 */
export async function inLinkTransaction(work: (transaction: ClientSession) => Promise<void>): Promise<void> {
  try {
    await inTransaction(work);
  } catch (error) {
    if (!duplicateKeyFields(error)?.includes('userId')) throw error;
    await inTransaction(work);
  }
}

/** Does the work of `oweLink` for nobody: two writes, of which nothing stays. */
export async function feignLink(
  nobody: Types.ObjectId,
  { link }: DraftLink,
  transaction: ClientSession,
): Promise<void> {
  await replaceLink({ userId: nobody, ...link }, transaction);
  await deleteLinksOf(nobody, transaction);
}

/** One answer for whatever is wrong with a link: who did not get it learns nothing, and what helps is the same. */
export function deadLink(): AppError {
  return new AppError(
    'NOT_FOUND',
    'This link was already used, was replaced by a newer one, or has expired. Ask for a new one.',
  );
}
