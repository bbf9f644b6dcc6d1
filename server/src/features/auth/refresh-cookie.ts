import type { CookieOptions, Request, Response } from 'express';
import { AppError } from '../../errors.ts';

const plainName = 'serene_refresh';
const plainPath = '/api/v1/auth';

export type RefreshCookie = {
  /** The token that the browser sent, if any. */
  read(request: Request): string | null;
  /**
   * A token under the name that an https site gave it in older versions, which is no longer good: a page of another
   * subdomain can plant it. Its sign-in is to be ended.
   */
  readOutdated(request: Request): string | null;
  /** @param lifetimeMs how long the sign-in lasts at most: the browser forgets the token then */
  write(response: Response, token: string, lifetimeMs: number): void;
  clear(response: Response): void;
  /**
   * Lets a request pass that no page of another origin sent: `Origin` must be that of FRONTEND_URL, where that is
   * `localhost`, its twin `127.0.0.1`, which people type as well. Programs that send no `Origin` are no browsers, and pass.
   * @throws AppError FORBIDDEN
   */
  requireOwnOrigin(request: Request): void;
};

/**
 * The refresh token's cookie, out of reach for scripts and other sites. On https it is a `__Host-` cookie, which only
 * this very host can set, and which must be sent to every path. Browsers refuse that on http, so there it keeps its
 * plain name and goes to `/api/v1/auth` only.
 */
export function createRefreshCookie(frontendUrl: string): RefreshCookie {
  const { origin, protocol, hostname, port } = new URL(frontendUrl);
  const loopbackTwin = hostname === 'localhost' ? `${protocol}//127.0.0.1${port && `:${port}`}` : null;
  const isSecure = protocol === 'https:';
  const cookieName = isSecure ? `__Host-${plainName}` : plainName;
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: isSecure ? '/' : plainPath,
  };
  const valueOf = ({ cookies }: Request, name: string) => {
    const value: unknown = cookies?.[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    read: (request) => valueOf(request, cookieName),
    readOutdated: (request) => (isSecure ? valueOf(request, plainName) : null),
    write: (response, token, lifetimeMs) => {
      response.cookie(cookieName, token, { ...options, maxAge: lifetimeMs });
    },
    clear: (response) => {
      response.clearCookie(cookieName, options);
      if (isSecure) response.clearCookie(plainName, { ...options, path: plainPath });
    },
    requireOwnOrigin: (request) => {
      const given = request.get('origin');
      if (given === undefined || given === origin || given === loopbackTwin) return;
      throw new AppError('FORBIDDEN', `Only pages of ${origin} can do this. Open the site at that address.`);
    },
  };
}
