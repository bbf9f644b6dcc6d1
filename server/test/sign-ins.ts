import type { Types } from 'mongoose';
import { TokenFamilyModel } from '../src/features/auth/index.ts';

/**
 * Signs a person in without a password, for as long as tests last. The sign-in goes by the person's own id, so that
 * tests can make its access tokens without asking for it.
 */
export async function buildSignIn(userId: Types.ObjectId, signedInAt: Date): Promise<void> {
  await TokenFamilyModel.create({
    _id: userId.toHexString(),
    userId,
    signInId: userId,
    signedInAt,
    currentHash: 'of a token that nobody has',
    expiresAt: new Date('2900-01-01T00:00:00Z'),
  });
}
