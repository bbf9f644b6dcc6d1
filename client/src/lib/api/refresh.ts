import type { User } from '@serene/shared/contracts';
import { takingTurns } from '../guarded/turns.ts';
import { dropAccessToken, renewAccessToken } from './access-token.ts';
import { hasCode } from './errors.ts';
import { readBody } from './read-body.ts';
import { send } from './send.ts';

const turn = 'serene.refresh';
let underWay: Promise<User | null> | undefined;

/**
 * Exchanges the refresh cookie for an access token: the person, or null where the sign-in is over.
 * Calls of one page share one request; pages of one browser take turns by a Web Lock, since a cookie that is used
 * by two of them at once looks stolen (rule A1).
 */
export function refresh(): Promise<User | null> {
  underWay ??= takingTurns(turn, exchange).finally(() => {
    underWay = undefined;
  });
  return underWay;
}

/** Runs work that ends the sign-in while no exchange is under way: one that ended later would bring the person back. */
export async function betweenRefreshes<T>(work: () => Promise<T>): Promise<T> {
  await Promise.allSettled([underWay]);
  return takingTurns(turn, work);
}

async function exchange(): Promise<User | null> {
  try {
    const { accessToken, user } = await readBody('POST /auth/refresh', await send('POST /auth/refresh', {}));
    renewAccessToken(accessToken, user);
    return user;
  } catch (error) {
    if (!hasCode(error, 'UNAUTHENTICATED', 'FORBIDDEN')) throw error;
    dropAccessToken();
    return null;
  }
}
