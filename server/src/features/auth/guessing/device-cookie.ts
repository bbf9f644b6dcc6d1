import type { CookieOptions, Request, Response } from 'express';
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

const cookieName = 'serene_device';
/** Browsers keep no cookie for longer than 400 days. */
const lifetimeMs = 400 * 24 * 60 * 60_000;

/**
 * Knows the browsers in which the owner of an account has signed in (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies"). It opens nothing; it only keeps the wrong passwords of strangers from making the owner wait.
 */
export type DeviceCookie = {
  /** @returns the id of the device if it is known to the account of this address */
  read(request: Request, email: string): string | null;
  /** Notes that the owner was here; a device that is known stays the same. */
  write(request: Request, response: Response, email: string): void;
};

/** The cookie of known devices: signed for one account, out of reach for scripts and other sites. */
export function createDeviceCookie({ secret, frontendUrl }: { secret: string; frontendUrl: string }): DeviceCookie {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene device cookie', 32));
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: new URL(frontendUrl).protocol === 'https:',
    path: '/api/v1',
    maxAge: lifetimeMs,
  };
  const sign = (id: string, email: string) => createHmac('sha256', key).update(`${id} ${email}`).digest('base64url');
  const read = ({ cookies }: Request, email: string): string | null => {
    const value: unknown = cookies?.[cookieName];
    const [, id, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(typeof value === 'string' ? value : '') ?? [];
    if (id === undefined || signature === undefined) return null;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(id, email))) ? id : null;
  };
  return {
    read,
    write: (request, response, email) => {
      const id = read(request, email) ?? randomBytes(16).toString('base64url');
      response.cookie(cookieName, `${id}.${sign(id, email)}`, options);
    },
  };
}
