import { Types } from 'mongoose';
import { findUserByEmail } from '../user-repository.ts';
import { draftLink, feignLink, inLinkTransaction, oweLink, type LinkDependencies } from './mailed-link.ts';

/**
 * Mails a link to choose a new password to an address that has an account. For one that has none the same is read, as
 * much is written and taken back, and the answer is the same: neither it nor its time tells who has an account.
 * @param email in lower case
 */
export async function forgotPassword(dependencies: LinkDependencies, email: string): Promise<void> {
  const link = draftLink(dependencies, 'reset-password');
  const nobody = new Types.ObjectId();
  const user = await findUserByEmail(email);
  await inLinkTransaction((transaction) =>
    user ? oweLink(user, link, transaction) : feignLink(nobody, link, transaction),
  );
}
