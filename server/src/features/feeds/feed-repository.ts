import type { FeedKind } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { FeedModel, type FeedRecord } from './feed-model.ts';

type FeedKey = { userId: Types.ObjectId; kind: FeedKind };

/** Gives a person's feed another token, whether or not there was one. */
export async function replaceFeed(
  { userId, kind }: FeedKey,
  token: Pick<FeedRecord, 'tokenHash' | 'createdAt'>,
  transaction: ClientSession,
): Promise<void> {
  await FeedModel.updateOne({ userId, kind }, { $set: token }, { upsert: true, session: transaction });
}

/** @returns false when there was none */
export async function deleteFeed({ userId, kind }: FeedKey): Promise<boolean> {
  return (await FeedModel.deleteOne({ userId, kind })).deletedCount === 1;
}

/** Ends every link to a person's calendars. */
export async function deleteFeedsOf(userId: Types.ObjectId, transaction: ClientSession): Promise<void> {
  await FeedModel.deleteMany({ userId }, { session: transaction });
}

export async function findFeedsOf(userId: Types.ObjectId): Promise<FeedRecord[]> {
  return FeedModel.find({ userId }).lean();
}

export async function findFeedByToken(tokenHash: string): Promise<FeedRecord | null> {
  return FeedModel.findOne({ tokenHash }).lean();
}
