import type { Role } from '@serene/shared/contracts';
import type { Types } from 'mongoose';

/** Who is calling, as the access token says. */
export type Principal = {
  userId: Types.ObjectId;
  roles: readonly Role[];
  /** The expert profile of the account, if it has one. */
  expertId: Types.ObjectId | null;
};

/** Turns a bearer token into a principal. @throws AppError UNAUTHENTICATED */
export type VerifyAccessToken = (token: string) => Principal;
