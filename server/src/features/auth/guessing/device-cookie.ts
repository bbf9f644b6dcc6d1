import { dayMs } from '@serene/shared/time';
import type { CookieOptions, Request, Response } from 'express';
import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { UserRecord } from '../user-model.ts';

const cookieName = 'serene_device';
/** Browsers keep no cookie for longer than 400 days. */
const lifetimeMs = 400 * dayMs;

type Owner = Pick<UserRecord, 'email' | 'passwordHash'>;

export type KnownDevice = {
  id: string;
  /** The same for all devices of an account, until it has another password. */
  circle: string;
};

/**
 * Knows the browsers in which the owner of an account has signed in (OWASP, "Slow Down Online Guessing Attacks with
 * Device Cookies"), until the password is another: whoever used the older one may have been somebody else. It opens
 * nothing; it only keeps the wrong passwords of strangers from making the owner wait.
 */
export type DeviceCookie = {
  /** @returns the device if it is known to the account; nobody's device is, nor a guest's */
  read(request: Request, owner: Owner | null): KnownDevice | null;
  /** Notes that the owner was here; a device that is known stays the same. */
  write(request: Request, response: Response, owner: Owner): void;
};

/** The cookie of known devices: signed for one account and its password, out of reach for scripts and other sites. */
export function createDeviceCookie({ secret, frontendUrl }: { secret: string; frontendUrl: string }): DeviceCookie {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene device cookie', 32));
  const options: CookieOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: new URL(frontendUrl).protocol === 'https:',
    path: '/api/v1',
    maxAge: lifetimeMs,
  };
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  // The hash has a salt of its own, so the same password chosen again makes another circle as well.
  const circleOf = ({ email, passwordHash }: Owner) => digest(`${email} ${passwordHash}`);
  const sign = ({ id, circle }: KnownDevice) => digest(`${id} ${circle}`);
  const read = ({ cookies }: Request, owner: Owner | null): KnownDevice | null => {
    const value: unknown = cookies?.[cookieName];
    const [, id, signature] = /^([\w-]{22})\.([\w-]{43})$/.exec(typeof value === 'string' ? value : '') ?? [];
    if (id === undefined || signature === undefined || owner === null || owner.passwordHash === null) return null;
    const device = { id, circle: circleOf(owner) };
    return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(device))) ? device : null;
  };
  return {
    read,
    write: (request, response, owner) => {
      const device = read(request, owner) ?? { id: randomBytes(16).toString('base64url'), circle: circleOf(owner) };
      response.cookie(cookieName, `${device.id}.${sign(device)}`, options);
    },
  };
}
