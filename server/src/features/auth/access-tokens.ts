import { idSchema, roles } from '@serene/shared/contracts';
import jwt from 'jsonwebtoken';
import { Types } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Principal, VerifyAccessToken } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';

const lifetimeSeconds = 15 * 60;
const algorithm = 'HS256';
const issuer = 'serene';
const audience = 'serene-api';

const claimsSchema = z.object({ sub: idSchema, roles: z.array(z.enum(roles)), expertId: idSchema.nullable() });

export type AccessTokens = {
  /** A token that says who the caller is for 15 minutes. */
  signAccessToken: (principal: Principal) => string;
  verifyAccessToken: VerifyAccessToken;
};

/** Signs and verifies access tokens: JWT, HS256 and nothing else, by the injected clock. */
export function createAccessTokens({ secret, clock }: { secret: string; clock: Clock }): AccessTokens {
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    signAccessToken: ({ userId, roles, expertId }) =>
      jwt.sign({ roles, expertId: expertId?.toHexString() ?? null, iat: nowSeconds() }, secret, {
        algorithm,
        issuer,
        audience,
        subject: userId.toHexString(),
        expiresIn: lifetimeSeconds,
      }),
    verifyAccessToken: (token) => {
      const { sub, roles, expertId } = readClaims(token, { secret, clockTimestamp: nowSeconds() });
      return {
        userId: new Types.ObjectId(sub),
        roles,
        expertId: expertId === null ? null : new Types.ObjectId(expertId),
      };
    },
  };
}

function readClaims(token: string, { secret, clockTimestamp }: { secret: string; clockTimestamp: number }) {
  try {
    return claimsSchema.parse(jwt.verify(token, secret, { algorithms: [algorithm], issuer, audience, clockTimestamp }));
  } catch (error) {
    if (!(error instanceof jwt.JsonWebTokenError) && !(error instanceof z.ZodError)) throw error;
    throw new AppError('UNAUTHENTICATED', 'Your sign-in has ended. Sign in again.', { cause: error });
  }
}
