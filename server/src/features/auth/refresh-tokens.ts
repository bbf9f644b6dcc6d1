import { Types } from 'mongoose';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { unknownDevice, type Device } from './describe-device.ts';
import { heldRoles } from './held-roles.ts';
import { signInAgain } from './live-sign-in.ts';
import { invalidCredentials } from './log-in.ts';
import {
  createTokenDerivation,
  formatRefreshToken,
  hashRefreshToken,
  newRefreshToken,
  parseRefreshToken,
  type RefreshToken,
} from './refresh-token.ts';
import { endOfSignIn, latestStart } from './sign-in-lifetime.ts';
import type { TokenFamilyRecord } from './token-family-model.ts';
import {
  deleteEndedFamilies,
  findFamily,
  findRotated,
  insertFamily,
  revokeFamily,
  rotateFamily,
} from './token-family-repository.ts';
import type { UserRecord } from './user-model.ts';
import { countSignIn, findUserById } from './user-repository.ts';

/** How long a token may be used again while its child is unused (rule A1). */
const graceMs = 30_000;

type VerifiedUser = Pick<UserRecord, '_id' | 'passwordHash' | 'roles' | 'emailVerifiedAt' | 'passwordProved'>;

/** A sign-in as its browser gets it: the refresh token, and how long it is good at most. */
export type SignIn = { token: string; signInId: Types.ObjectId; endsAt: Date };

export type RefreshTokens = {
  /**
   * Begins a family at sign-in.
   * @param user as it was when its password was verified
   * @param device on which it begins
   * @returns it with its first token
   * @throws AppError INVALID_CREDENTIALS when the password was set anew since: that ends every sign-in
   */
  startFamily(user: VerifiedUser, device?: Device): Promise<SignIn>;
  /**
   * Exchanges a token for its child (rule A1). A token that is used again within 30 s, its child unused, gets the same
   * child; any later reuse means that two parties hold it, and revokes the family. However much it is used, a sign-in
   * ends after 30 days, an admin's after 12 hours.
   * @throws AppError UNAUTHENTICATED
   */
  rotate(token: string, device: Device): Promise<SignIn & { user: UserRecord }>;
  /** Ends the family of a token, whichever of its tokens it is. What is no token is ignored. */
  revoke(token: string): Promise<void>;
};

export function createRefreshTokens({ secret, clock }: { secret: string; clock: Clock }): RefreshTokens {
  const childOf = createTokenDerivation(secret);
  return {
    startFamily: (user, device = unknownDevice) => startFamily(user, device, clock.now()),
    rotate: async (text, device) => {
      const parent = parseRefreshToken(text);
      if (parent === null) throw signInAgain();
      return exchange({ parent, child: childOf(parent), device, now: clock.now() });
    },
    revoke: async (text) => {
      const token = parseRefreshToken(text);
      if (token !== null) await revokeFamily(token.family, clock.now());
    },
  };
}

async function startFamily(user: VerifiedUser, device: Device, now: Date): Promise<SignIn> {
  const token = newRefreshToken();
  const signIn = {
    signInId: new Types.ObjectId(),
    signedInAt: now,
    device,
    expiresAt: endOfSignIn(now, heldRoles(user)),
  };
  const userId = user._id;
  await inTransaction(async (transaction) => {
    if (!(await countSignIn(user, transaction))) throw invalidCredentials();
    await insertFamily({ _id: token.family, userId, currentHash: hashRefreshToken(token), ...signIn }, transaction);
  });
  // A person leaves a family behind on each device they give up; signing in is when those that ended are swept.
  await deleteEndedFamilies(userId, now);
  return { token: formatRefreshToken(token), signInId: signIn.signInId, endsAt: signIn.expiresAt };
}

type Exchange = { parent: RefreshToken; child: RefreshToken; device: Device; now: Date };

async function exchange(tokens: Exchange): Promise<SignIn & { user: UserRecord }> {
  const { parent, child, now } = tokens;
  const known = await findFamily(parent.family, now);
  const user = known && (await findUserById(known.userId));
  if (known === null || user === null) throw signInAgain();
  const signIn = lifetimeOf(known, user);
  const family = signIn.expiresAt > now ? await rotate(tokens, signIn) : null;
  if (family === null) {
    await revokeFamily(parent.family, now);
    throw signInAgain();
  }
  const { signInId = signIn.signInId, expiresAt } = family;
  return { user, token: formatRefreshToken(child), signInId, endsAt: expiresAt };
}

type Lifetime = Required<Pick<TokenFamilyRecord, 'signInId' | 'signedInAt' | 'expiresAt'>>;

/** By the roles that the account has now: one that was made an admin's is short from then on. */
function lifetimeOf(family: TokenFamilyRecord, user: UserRecord): Lifetime {
  const { signInId = new Types.ObjectId(), signedInAt = latestStart(family.expiresAt) } = family;
  return { signInId, signedInAt, expiresAt: endOfSignIn(signedInAt, heldRoles(user)) };
}

/** @returns null when the token is neither the current one nor one whose child is unused yet */
async function rotate({ parent, child, device, now }: Exchange, signIn: Lifetime): Promise<TokenFamilyRecord | null> {
  const { family } = parent;
  const parentHash = hashRefreshToken(parent);
  const childHash = hashRefreshToken(child);
  const rotated = await rotateFamily({ family, parentHash, childHash, now, device, ...signIn });
  if (rotated) return rotated;
  // The child is still the current token, so nobody has used it yet.
  const since = new Date(now.getTime() - graceMs);
  return findRotated({ family, parentHash }, { now, since });
}
