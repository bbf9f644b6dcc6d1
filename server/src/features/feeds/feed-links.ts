import type { FeedKind } from '@serene/shared/contracts';
import { createHash, randomBytes } from 'node:crypto';
import type { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { SignedInPrincipal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../infra/mongo.ts';
import { grantFromSignIn } from '../auth/index.ts';
import type { FeedRecord } from './feed-model.ts';
import { deleteFeed, findFeedByToken, findFeedsOf, replaceFeed } from './feed-repository.ts';

type LinkDependencies = {
  clock: Clock;
  /** The origin that passes `/api` on. */
  frontendUrl: string;
};

/**
 * Makes a link to a calendar; the one before it stops working. Its address is told here and never again. It outlives
 * the sign-in, so a new password at the same moment either refuses it or ends it.
 * @throws AppError FORBIDDEN for the busy times of somebody who is no expert, UNAUTHENTICATED when the sign-in has ended
 */
export async function makeFeedLink(
  { clock, frontendUrl }: LinkDependencies,
  { kind, principal }: { kind: FeedKind; principal: SignedInPrincipal },
): Promise<{ url: string; createdAt: Date }> {
  if (kind === 'busy' && !principal.expertId) throw new AppError('FORBIDDEN', 'Only experts have busy times to share.');
  const token = randomBytes(32).toString('base64url');
  const createdAt = clock.now();
  const tokenHash = hashToken(token);
  const make = () =>
    inTransaction(async (transaction) => {
      await grantFromSignIn(principal, createdAt, transaction);
      await replaceFeed({ userId: principal.userId, kind }, { tokenHash, createdAt }, transaction);
    });
  try {
    await make();
  } catch (error) {
    // Somebody made the row at the same moment: now there is one to change.
    if (!duplicateKeyFields(error)?.includes('userId')) throw error;
    await make();
  }
  return { url: new URL(`/api/v1/feeds/${token}.ics`, frontendUrl).href, createdAt };
}

/** @throws AppError NOT_FOUND when there was none */
export async function revokeFeedLink(feed: { userId: Types.ObjectId; kind: FeedKind }): Promise<void> {
  if (!(await deleteFeed(feed))) throw notFound('The link');
}

/** The links of a person, by kind. */
export async function listFeedLinks(userId: Types.ObjectId): Promise<Record<FeedKind, { createdAt: string } | null>> {
  const feeds = await findFeedsOf(userId);
  const linkOf = (kind: FeedKind) => {
    const feed = feeds.find((one) => one.kind === kind);
    return feed ? { createdAt: feed.createdAt.toISOString() } : null;
  };
  return { sessions: linkOf('sessions'), busy: linkOf('busy') };
}

/** The feed behind a token. @throws AppError NOT_FOUND for one that was revoked or never given out */
export async function openFeed(token: string): Promise<FeedRecord> {
  const feed = await findFeedByToken(hashToken(token));
  if (!feed) throw notFound('The calendar');
  return feed;
}

/** A token has 256 random bits, so a fast hash is enough. */
function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
