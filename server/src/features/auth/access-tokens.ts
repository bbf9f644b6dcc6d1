import { idSchema, roles } from '@serene/shared/contracts';
import jwt from 'jsonwebtoken';
import { Types } from 'mongoose';
import { z } from 'zod';
import type { SignedInPrincipal, SignInCheck } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { requireLiveSignIn, signInAgain } from './live-sign-in.ts';

const lifetimeSeconds = 15 * 60;
const algorithm = 'HS256';
const issuer = 'serene';
const audience = 'serene-api';

const claimsSchema = z.object({
  sub: idSchema,
  /** The sign-in (OpenID Connect's name). A token of an older version has none and is refused: the app asks for a new one. */
  sid: idSchema,
  roles: z.array(z.enum(roles)),
  expertId: idSchema.nullable(),
});

export type AccessTokens = SignInCheck & {
  /** A token that says who the caller is: for 15 minutes, but no longer than the sign-in. */
  signAccessToken: (principal: SignedInPrincipal, signInEndsAt?: Date) => string;
};

/** Signs and verifies access tokens: JWT, HS256 and nothing else, by the injected clock. */
export function createAccessTokens({ secret, clock }: { secret: string; clock: Clock }): AccessTokens {
  const nowSeconds = () => Math.floor(clock.now().getTime() / 1000);
  return {
    signAccessToken: ({ userId, signInId, roles, expertId }, signInEndsAt) => {
      const iat = nowSeconds();
      const end = iat + lifetimeSeconds;
      const exp = signInEndsAt ? Math.min(end, Math.floor(signInEndsAt.getTime() / 1000)) : end;
      const claims = { sid: signInId.toHexString(), roles, expertId: expertId?.toHexString() ?? null, iat, exp };
      return jwt.sign(claims, secret, { algorithm, issuer, audience, subject: userId.toHexString() });
    },
    verifyAccessToken: (token) => {
      const { sub, sid, roles, expertId } = readClaims(token, { secret, clockTimestamp: nowSeconds() });
      return {
        userId: new Types.ObjectId(sub),
        signInId: new Types.ObjectId(sid),
        roles,
        expertId: expertId === null ? null : new Types.ObjectId(expertId),
      };
    },
    requireLiveSignIn: (principal) => requireLiveSignIn(principal, clock.now()),
  };
}

function readClaims(token: string, { secret, clockTimestamp }: { secret: string; clockTimestamp: number }) {
  try {
    return claimsSchema.parse(jwt.verify(token, secret, { algorithms: [algorithm], issuer, audience, clockTimestamp }));
  } catch (error) {
    if (!(error instanceof jwt.JsonWebTokenError) && !(error instanceof z.ZodError)) throw error;
    throw signInAgain({ cause: error });
  }
}
