import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { endAccess, type EndFeedsOf } from '../end-access.ts';
import { hashPassword } from '../passwords.ts';
import { setPassword } from '../user-repository.ts';
import { confirmAddress } from './confirm-address.ts';
import { consumeLink, isLinkGood } from './link-repository.ts';
import { hashLinkToken } from './link-tokens.ts';
import { deadLink } from './mailed-link.ts';

type Dependencies = { clock: Clock; endFeedsOf: EndFeedsOf };

/**
 * Sets the password of the account that a link was mailed to, and ends all its sign-ins and the links to its calendars:
 * whoever knew the old password is out. Access tokens that were given out before end by themselves, within 15 minutes.
 * The link proves the address.
 * @returns the address, to sign in with
 * @throws AppError NOT_FOUND when the link does not work
 */
export async function resetPassword(
  { clock, endFeedsOf }: Dependencies,
  { token, password }: { token: string; password: string },
): Promise<string> {
  const link = { tokenHash: hashLinkToken(token), purpose: 'reset-password' } as const;
  // Looked at before the password is hashed, which is made to be dear: a link that does not work must not cost that.
  if (!(await isLinkGood(link, clock.now()))) throw deadLink();
  const passwordHash = await hashPassword(password);
  const now = clock.now();
  return inTransaction(async (session) => {
    const consumed = await consumeLink(link, now, session);
    const user = consumed && (await setPassword(consumed.userId, passwordHash, session));
    if (user === null) throw deadLink();
    await endAccess(user._id, { now, endFeedsOf }, session);
    await confirmAddress(user._id, now, session);
    return user.email;
  });
}
