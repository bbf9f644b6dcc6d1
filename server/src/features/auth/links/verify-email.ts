import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { confirmAddress } from './confirm-address.ts';
import { consumeLink, findLink } from './link-repository.ts';
import { hashLinkToken } from './link-tokens.ts';
import { deadLink } from './mailed-link.ts';

/**
 * Confirms the address that a link was mailed to. The same link once more is no error: people press twice, and come
 * back to a mail.
 * @throws AppError NOT_FOUND when the link does not work
 */
export async function verifyEmail(
  { clock }: { clock: Clock },
  token: string,
): Promise<'verified' | 'already-verified'> {
  const now = clock.now();
  const link = { tokenHash: hashLinkToken(token), purpose: 'verify-email' } as const;
  const confirmed = await inTransaction(async (transaction) => {
    const consumed = await consumeLink(link, now, transaction);
    return consumed && (await confirmAddress(consumed.userId, now, transaction));
  });
  if (confirmed !== null) return confirmed ? 'verified' : 'already-verified';
  const known = await findLink(link);
  if (known === null || known.usedAt === null) throw deadLink();
  return 'already-verified';
}
