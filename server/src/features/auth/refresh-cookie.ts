import type { CookieOptions, Request, Response } from 'express';
import { AppError } from '../../errors.ts';

const cookieName = 'serene_refresh';

export type RefreshCookie = {
  /** The token that the browser sent, if any. */
  read(request: Request): string | null;
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

/** The refresh token's cookie: out of reach for scripts and other sites, sent to `/api/v1/auth` only. */
export function createRefreshCookie(frontendUrl: string): RefreshCookie {
  const { origin, protocol, hostname, port } = new URL(frontendUrl);
  const loopbackTwin = hostname === 'localhost' ? `${protocol}//127.0.0.1${port && `:${port}`}` : null;
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: protocol === 'https:',
    path: '/api/v1/auth',
  };
  return {
    read: ({ cookies }) => {
      const value: unknown = cookies?.[cookieName];
      return typeof value === 'string' ? value : null;
    },
    write: (response, token, lifetimeMs) => {
      response.cookie(cookieName, token, { ...options, maxAge: lifetimeMs });
    },
    clear: (response) => {
      response.clearCookie(cookieName, options);
    },
    requireOwnOrigin: (request) => {
      const given = request.get('origin');
      if (given === undefined || given === origin || given === loopbackTwin) return;
      throw new AppError('FORBIDDEN', `This is for pages of ${origin} only. Open the site under that address.`);
    },
  };
}
