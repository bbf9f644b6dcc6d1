import type { ClientSession, Types } from 'mongoose';
import { LinkModel, type LinkPurpose, type LinkRecord } from './link-model.ts';

export type NewLink = Pick<LinkRecord, 'userId' | 'purpose' | 'tokenHash' | 'createdAt' | 'expiresAt'>;

/** Gives an account a link, in place of the one of the same purpose that it may have. */
export async function replaceLink({ userId, purpose, ...link }: NewLink, transaction: ClientSession): Promise<void> {
  await LinkModel.updateOne(
    { userId, purpose },
    { $set: { ...link, usedAt: null } },
    { upsert: true, session: transaction },
  );
}

export async function deleteLinksOf(userId: Types.ObjectId, transaction: ClientSession): Promise<void> {
  await LinkModel.deleteMany({ userId }, { session: transaction });
}

/** Ends the links of an account that choose a new password. */
export async function deletePasswordLinksOf(userId: Types.ObjectId, transaction: ClientSession): Promise<void> {
  await LinkModel.deleteMany({ userId, purpose: 'reset-password' }, { session: transaction });
}

/** How a link is found: by what its token hashes to, and for what it was made. */
export type LinkKey = { tokenHash: string; purpose: LinkPurpose };

/** The link, used or not, ended or not; null for one that was replaced or never made. */
export async function findLink(key: LinkKey, transaction?: ClientSession): Promise<LinkRecord | null> {
  return LinkModel.findOne(key)
    .session(transaction ?? null)
    .lean();
}

/** Whether a link could be used now: it was not used, replaced or ended. */
export async function isLinkGood(key: { tokenHash: string; purpose?: LinkPurpose }, now: Date): Promise<boolean> {
  return (await LinkModel.exists(good(key, now))) !== null;
}

/** Uses a link. Compare-and-set: of many who try at once, one does. @returns null when it cannot be used any more */
export async function consumeLink(key: LinkKey, now: Date, transaction: ClientSession): Promise<LinkRecord | null> {
  const used = await LinkModel.updateOne(good(key, now), { $set: { usedAt: now } }, { session: transaction });
  return used.matchedCount === 0 ? null : findLink(key, transaction);
}

function good<Key>(key: Key, now: Date) {
  return { ...key, usedAt: null, expiresAt: { $gt: now } };
}
