import type { Clock } from '../../../infra/clock.ts';
import { isLinkGood } from './link-repository.ts';
import { hashLinkToken, type LinkTokens } from './link-tokens.ts';

/**
 * Whether a link that waits in the outbox would work now. One that was used, was replaced by a newer one, or ended while
 * no mail went out, is of no use to its reader (rule E2).
 */
export async function isLinkWorthMailing(
  { clock, linkTokens }: { clock: Clock; linkTokens: LinkTokens },
  linkId: string,
): Promise<boolean> {
  return isLinkGood({ tokenHash: hashLinkToken(linkTokens.tokenOf(linkId)) }, clock.now());
}
