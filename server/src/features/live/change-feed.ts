import mongoose from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel } from '../experts/index.ts';

export type FeedListener = {
  /** Free times of an expert may have changed; null where the database does not tell whose (rule V1). */
  changed: (expertId: string | null) => void;
  /** The feed has ended: what changes from now on is not told. */
  lost: (error: unknown) => void;
};

export type ChangeFeed = { close(): Promise<void> };

const id = z.instanceof(mongoose.mongo.ObjectId).transform((value) => value.toHexString());
const claim = z.object({ expertId: id }).nullish();
const claimChangeSchema = z.object({ fullDocument: claim, fullDocumentBeforeChange: claim });
const expertChangeSchema = z.object({ documentKey: z.object({ _id: id }) });

/** Servers before 6.0, and accounts that may not change a collection. */
const refusals = ['CommandNotFound', 'CommandNotSupported', 'Unauthorized', 'InvalidOptions', 'IDLUnknownField'];

/**
 * Follows everything that free times are made of: claims and the experts' own documents, by change streams of the
 * database, so that what one API process writes is heard by all.
 * @returns once every change from this moment on will be told
 */
export async function openChangeFeed({ changed, lost }: FeedListener): Promise<ChangeFeed> {
  const { db } = mongoose.connection;
  if (!db) throw new AppError('BUSY', 'The database is not connected.');
  const claims = ClaimModel.collection.collectionName;
  await keepPreImages(db, claims);
  // The streams begin at this moment, however long it takes until they run.
  const startAtOperationTime = await operationTime(db);
  const streams = [
    db
      .collection(claims)
      .watch([{ $project: { 'fullDocument.expertId': 1, 'fullDocumentBeforeChange.expertId': 1 } }], {
        startAtOperationTime,
        fullDocument: 'updateLookup',
        fullDocumentBeforeChange: 'whenAvailable',
      }),
    db
      .collection(ExpertModel.collection.collectionName)
      .watch([{ $project: { documentKey: 1 } }], { startAtOperationTime }),
  ] as const;
  let isOpen = true;
  const close = async () => {
    isOpen = false;
    await Promise.all(streams.map((stream) => stream.close()));
  };
  const follow = async (stream: AsyncIterable<unknown>, read: (change: unknown) => string | null) => {
    try {
      for await (const change of stream) changed(read(change));
      throw new Error('The change stream ended.');
    } catch (error) {
      if (!isOpen) return;
      await close();
      lost(error);
    }
  };
  void follow(streams[0], expertOfClaim);
  void follow(streams[1], (change) => expertChangeSchema.parse(change).documentKey._id);
  return { close };
}

function expertOfClaim(change: unknown): string | null {
  const { fullDocument, fullDocumentBeforeChange } = claimChangeSchema.parse(change);
  return (fullDocument ?? fullDocumentBeforeChange)?.expertId ?? null;
}

/** Without the image of before, a deleted claim has only its `_id`: whose it was is not told then (rule V1). */
async function keepPreImages(db: mongoose.mongo.Db, collection: string): Promise<void> {
  try {
    await db.command({ collMod: collection, changeStreamPreAndPostImages: { enabled: true } });
  } catch (error) {
    if (!(error instanceof mongoose.mongo.MongoServerError)) throw error;
    if (!refusals.includes(error.codeName ?? '')) throw error;
  }
}

async function operationTime(db: mongoose.mongo.Db): Promise<mongoose.mongo.Timestamp> {
  const answer = await db.command({ ping: 1 });
  return z.object({ operationTime: z.instanceof(mongoose.mongo.Timestamp) }).parse(answer).operationTime;
}
