import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { EndFeedsOf } from '../end-access.ts';
import { draftPassword, replacePassword } from '../new-password.ts';
import type { UserRecord } from '../user-model.ts';
import { findUserById } from '../user-repository.ts';
import { confirmAddress } from './confirm-address.ts';
import { consumeLink, findLink, isLinkGood, type LinkKey } from './link-repository.ts';
import { hashLinkToken } from './link-tokens.ts';
import { deadLink } from './mailed-link.ts';

type Dependencies = { clock: Clock; endFeedsOf: EndFeedsOf };

/**
 * Sets the password of the account that a link was mailed to, and ends whatever the old one opened. The link proves the
 * address, and its owner is told of the change.
 * @returns the account, to sign in with its address
 * @throws AppError NOT_FOUND when the link does not work, VALIDATION_FAILED for a password that the rule refuses
 */
export async function resetPassword(
  { clock, endFeedsOf }: Dependencies,
  { token, password }: { token: string; password: string },
): Promise<UserRecord> {
  const link = { tokenHash: hashLinkToken(token), purpose: 'reset-password' } as const;
  // Looked at before the password is hashed, which is made to be dear: a link that does not work must not cost that.
  const owner = (await isLinkGood(link, clock.now())) ? await ownerOf(link) : null;
  if (owner === null) throw deadLink();
  const next = await draftPassword({ clock }, password, owner);
  const { changedAt: now } = next;
  return inTransaction(async (transaction) => {
    const consumed = await consumeLink(link, now, transaction);
    if (consumed === null) throw deadLink();
    // First, so that the owner of the address hears of the change.
    await confirmAddress(consumed.userId, now, transaction);
    const account = { _id: consumed.userId, proved: true } as const;
    const user = await replacePassword({ endFeedsOf }, { account, next }, transaction);
    if (user === null) throw deadLink();
    return user;
  });
}

async function ownerOf(key: LinkKey): Promise<UserRecord | null> {
  const link = await findLink(key);
  return link && findUserById(link.userId);
}
