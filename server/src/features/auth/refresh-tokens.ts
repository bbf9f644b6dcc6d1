import type { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { invalidCredentials } from './log-in.ts';
import {
  createTokenDerivation,
  formatRefreshToken,
  hashRefreshToken,
  newRefreshToken,
  parseRefreshToken,
  type RefreshToken,
} from './refresh-token.ts';
import type { TokenFamilyRecord } from './token-family-model.ts';
import {
  deleteEndedFamilies,
  findRotated,
  insertFamily,
  revokeFamily,
  rotateFamily,
} from './token-family-repository.ts';
import type { UserRecord } from './user-model.ts';
import { countSignIn } from './user-repository.ts';

export const refreshLifetimeMs = 30 * 24 * 60 * 60_000;
/** How long a token may be used again while its child is unused (rule A1). */
const graceMs = 30_000;

type VerifiedUser = Pick<UserRecord, '_id' | 'passwordHash'>;

export type RefreshTokens = {
  /**
   * Begins a family at sign-in.
   * @param user as it was when its password was verified
   * @returns its first token
   * @throws AppError INVALID_CREDENTIALS when the password was set anew since: that ends every sign-in
   */
  startFamily(user: VerifiedUser): Promise<string>;
  /**
   * Exchanges a token for its child (rule A1). A token that is used again within 30 s, its child unused, gets the same
   * child; any later reuse means that two parties hold it, and revokes the family.
   * @throws AppError UNAUTHENTICATED
   */
  rotate(token: string): Promise<{ userId: Types.ObjectId; token: string }>;
  /** Ends the family of a token, whichever of its tokens it is. What is no token is ignored. */
  revoke(token: string): Promise<void>;
};

export function createRefreshTokens({ secret, clock }: { secret: string; clock: Clock }): RefreshTokens {
  const childOf = createTokenDerivation(secret);
  return {
    startFamily: (user) => startFamily(user, clock.now()),
    rotate: async (text) => {
      const parent = parseRefreshToken(text);
      if (parent === null) throw signInAgain();
      const child = childOf(parent);
      const family = await exchange({ parent, child, now: clock.now() });
      return { userId: family.userId, token: formatRefreshToken(child) };
    },
    revoke: async (text) => {
      const token = parseRefreshToken(text);
      if (token !== null) await revokeFamily(token.family, clock.now());
    },
  };
}

async function startFamily(user: VerifiedUser, now: Date): Promise<string> {
  const token = newRefreshToken();
  const userId = user._id;
  const family = { _id: token.family, userId, currentHash: hashRefreshToken(token), expiresAt: endOfLife(now) };
  await inTransaction(async (session) => {
    if (!(await countSignIn(user, session))) throw invalidCredentials();
    await insertFamily(family, session);
  });
  // A person leaves a family behind on each device they give up; signing in is when those that ended are swept.
  await deleteEndedFamilies(userId, now);
  return formatRefreshToken(token);
}

type Exchange = { parent: RefreshToken; child: RefreshToken; now: Date };

async function exchange({ parent, child, now }: Exchange): Promise<TokenFamilyRecord> {
  const { family } = parent;
  const parentHash = hashRefreshToken(parent);
  const childHash = hashRefreshToken(child);
  const rotated = await rotateFamily({ family, parentHash, childHash, now, expiresAt: endOfLife(now) });
  if (rotated) return rotated;

  // The child is still the current token, so nobody has used it yet.
  const since = new Date(now.getTime() - graceMs);
  const repeated = await findRotated({ family, parentHash }, { now, since });
  if (repeated) return repeated;

  await revokeFamily(family, now);
  throw signInAgain();
}

function endOfLife(now: Date): Date {
  return new Date(now.getTime() + refreshLifetimeMs);
}

function signInAgain(): AppError {
  return new AppError('UNAUTHENTICATED', 'Your sign-in has ended. Sign in again.');
}
