import type { ClientSession, Types } from 'mongoose';
import { TokenFamilyModel, type TokenFamilyRecord } from './token-family-model.ts';

type NewFamily = Pick<TokenFamilyRecord, '_id' | 'userId' | 'currentHash' | 'expiresAt'>;

export async function insertFamily(family: NewFamily, session: ClientSession): Promise<void> {
  await TokenFamilyModel.create([family], { session });
}

/** Deletes what is left of a person's earlier sign-ins. */
export async function deleteEndedFamilies(userId: Types.ObjectId, now: Date): Promise<void> {
  await TokenFamilyModel.deleteMany({ userId, expiresAt: { $lte: now } });
}

type Rotation = { family: string; parentHash: string; childHash: string; now: Date; expiresAt: Date };

/**
 * Makes the child the current token if the parent is. Compare-and-set: of many exchanges of one token at once, one does.
 * @returns null when the parent is not the current token, or the family has ended
 */
export async function rotateFamily(rotation: Rotation): Promise<TokenFamilyRecord | null> {
  const { family, parentHash, childHash, now, expiresAt } = rotation;
  return TokenFamilyModel.findOneAndUpdate(
    { ...living(family, now), currentHash: parentHash },
    { $set: { currentHash: childHash, parentHash, rotatedAt: now, expiresAt } },
    { returnDocument: 'after' },
  ).lean();
}

/** The family if the token is the parent of the current one, and was exchanged for it at `since` or later. */
export async function findRotated(
  parent: { family: string; parentHash: string },
  { now, since }: { now: Date; since: Date },
): Promise<TokenFamilyRecord | null> {
  const { family, parentHash } = parent;
  return TokenFamilyModel.findOne({ ...living(family, now), parentHash, rotatedAt: { $gte: since } }).lean();
}

export async function revokeFamily(family: string, now: Date): Promise<void> {
  await TokenFamilyModel.updateOne({ _id: family, revokedAt: null }, { $set: { revokedAt: now } });
}

/** Ends every sign-in of a person. */
export async function revokeFamiliesOf(userId: Types.ObjectId, now: Date, session: ClientSession): Promise<void> {
  await TokenFamilyModel.updateMany({ userId, revokedAt: null }, { $set: { revokedAt: now } }, { session });
}

function living(family: string, now: Date) {
  return { _id: family, revokedAt: null, expiresAt: { $gt: now } };
}
