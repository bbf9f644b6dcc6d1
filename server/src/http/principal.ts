import type { Role } from '@serene/shared/contracts';
import type { Types } from 'mongoose';

/** Who acts, as the access token says. */
export type Principal = {
  userId: Types.ObjectId;
  roles: readonly Role[];
  /** The expert profile of the account, if it has one. */
  expertId: Types.ObjectId | null;
};

/** Who calls, by which sign-in. */
export type SignedInPrincipal = Principal & { signInId: Types.ObjectId };

/** How a caller is known. */
export type SignInCheck = {
  /** Turns a bearer token into a principal, by its signature alone. @throws AppError UNAUTHENTICATED */
  verifyAccessToken: (token: string) => SignedInPrincipal;
  /**
   * Asks the database whether the sign-in has not ended meanwhile: by a new password, or by signing out.
   * @throws AppError UNAUTHENTICATED
   */
  requireLiveSignIn: (principal: SignedInPrincipal) => Promise<void>;
};
