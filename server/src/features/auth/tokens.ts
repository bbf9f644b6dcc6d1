import type { Clock } from '../../infra/clock.ts';
import { createAccessTokens, type AccessTokens } from './access-tokens.ts';
import { createRefreshTokens, type RefreshTokens } from './refresh-tokens.ts';

export type Tokens = AccessTokens & RefreshTokens;

/** Everything a sign-in is made of, from one secret of at least 32 bytes. */
export function createTokens(dependencies: { secret: string; clock: Clock }): Tokens {
  return { ...createAccessTokens(dependencies), ...createRefreshTokens(dependencies) };
}
