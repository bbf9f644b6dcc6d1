import type { Types } from 'mongoose';
import { loadAccount } from '../load-account.ts';
import { draftLink, inLinkTransaction, oweLink, type LinkDependencies } from './mailed-link.ts';

/**
 * Mails a person another link to confirm their address.
 * @throws AppError UNAUTHENTICATED when the account has been deleted
 */
export async function resendVerification(
  dependencies: LinkDependencies,
  userId: Types.ObjectId,
): Promise<'sent' | 'already-verified'> {
  const user = await loadAccount(userId);
  if (user.emailVerifiedAt !== null) return 'already-verified';
  const link = draftLink(dependencies, 'verify-email');
  await inLinkTransaction((transaction) => oweLink(user, link, transaction));
  return 'sent';
}
