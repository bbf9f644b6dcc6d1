import type { ClientSession, Types } from 'mongoose';
import { TokenFamilyModel, type TokenFamilyRecord } from './token-family-model.ts';

type NewFamily = Pick<
  TokenFamilyRecord,
  '_id' | 'userId' | 'signInId' | 'signedInAt' | 'device' | 'currentHash' | 'expiresAt'
>;

export async function insertFamily(family: NewFamily, transaction: ClientSession): Promise<void> {
  await TokenFamilyModel.create([family], { session: transaction });
}

/** Deletes what is left of a person's earlier sign-ins. */
export async function deleteEndedFamilies(userId: Types.ObjectId, now: Date): Promise<void> {
  await TokenFamilyModel.deleteMany({ userId, expiresAt: { $lte: now } });
}

/** The family, unless it has ended. */
export async function findFamily(family: string, now: Date): Promise<TokenFamilyRecord | null> {
  return TokenFamilyModel.findOne(living(family, now)).lean();
}

type Rotation = Required<Pick<TokenFamilyRecord, 'signInId' | 'signedInAt' | 'device'>> & {
  family: string;
  parentHash: string;
  childHash: string;
  now: Date;
  expiresAt: Date;
};

/**
 * Makes the child the current token if the parent is. Compare-and-set: of many exchanges of one token at once, one does.
 * @returns null when the parent is not the current token, or the family has ended
 */
export async function rotateFamily(rotation: Rotation): Promise<TokenFamilyRecord | null> {
  const { family, parentHash, childHash, now, ...lifetime } = rotation;
  return TokenFamilyModel.findOneAndUpdate(
    { ...living(family, now), currentHash: parentHash },
    { $set: { currentHash: childHash, parentHash, rotatedAt: now, ...lifetime } },
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

/** The sign-ins of a person that have not ended. */
export async function findFamiliesOf(userId: Types.ObjectId, now: Date): Promise<TokenFamilyRecord[]> {
  return TokenFamilyModel.find({ userId, revokedAt: null, expiresAt: { $gt: now } }).lean();
}

/** Ends one sign-in. @returns false when it has ended, or is another person's */
export async function revokeSignIn(signIn: SignInKey, now: Date): Promise<boolean> {
  const result = await TokenFamilyModel.updateOne(live(signIn, now), { $set: { revokedAt: now } });
  return result.matchedCount === 1;
}

/** Ends every sign-in of a person. */
export async function revokeFamiliesOf(userId: Types.ObjectId, now: Date, transaction?: ClientSession): Promise<void> {
  const options = transaction ? { session: transaction } : {};
  await TokenFamilyModel.updateMany({ userId, revokedAt: null }, { $set: { revokedAt: now } }, options);
}

/** A sign-in as an access token names it. */
export type SignInKey = { signInId: Types.ObjectId; userId: Types.ObjectId };

/** Whether a sign-in has not ended. */
export async function isSignInLive(signIn: SignInKey, now: Date): Promise<boolean> {
  return (await TokenFamilyModel.exists(live(signIn, now))) !== null;
}

/**
 * Notes that a sign-in makes something that outlives it. Always a write: of this and the end of the sign-in at once,
 * the later one runs again and sees the other.
 * @returns false when it has ended
 */
export async function countGrant(signIn: SignInKey, now: Date, transaction: ClientSession): Promise<boolean> {
  const result = await TokenFamilyModel.updateOne(live(signIn, now), { $inc: { grants: 1 } }, { session: transaction });
  return result.matchedCount === 1;
}

function live({ signInId, userId }: SignInKey, now: Date) {
  return { signInId, userId, revokedAt: null, expiresAt: { $gt: now } };
}

function living(family: string, now: Date) {
  return { _id: family, revokedAt: null, expiresAt: { $gt: now } };
}
