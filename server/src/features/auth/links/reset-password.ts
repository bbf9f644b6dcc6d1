import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { hashPassword } from '../passwords.ts';
import { revokeFamiliesOf } from '../token-family-repository.ts';
import { setPassword } from '../user-repository.ts';
import { confirmAddress } from './confirm-address.ts';
import { consumeLink, findLink } from './link-repository.ts';
import { hashLinkToken } from './link-tokens.ts';
import { deadLink } from './mailed-link.ts';

/**
 * Sets the password of the account that a link was mailed to and ends all its sign-ins: whoever knew the old password is
 * out. Access tokens that were given out before still end by themselves, within 15 minutes. The link proves the address.
 * @returns the address, to sign in with
 * @throws AppError NOT_FOUND when the link does not work
 */
export async function resetPassword(
  { clock }: { clock: Clock },
  { token, password }: { token: string; password: string },
): Promise<string> {
  const link = { tokenHash: hashLinkToken(token), purpose: 'reset-password' } as const;
  // Looked at before the password is hashed, which is made to be dear: rubbish must not cost that.
  if ((await findLink(link)) === null) throw deadLink();
  const passwordHash = await hashPassword(password);
  const now = clock.now();
  return inTransaction(async (session) => {
    const consumed = await consumeLink(link, now, session);
    const user = consumed && (await setPassword(consumed.userId, passwordHash, session));
    if (user === null) throw deadLink();
    await revokeFamiliesOf(user._id, now, session);
    await confirmAddress(user._id, now, session);
    return user.email;
  });
}
