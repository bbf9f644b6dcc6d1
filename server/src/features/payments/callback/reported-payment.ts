import { minuteMs } from '@serene/shared/time';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { CookieOptions, Request, Response } from 'express';
import { Types } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';

const cookieName = 'serene_reported';
const lifetimeMs = 30 * minuteMs;

export type ReportedPaymentCookie = {
  /** Lets this browser ask for half an hour what became of a payment. */
  write(response: Response, paymentId: Types.ObjectId): void;
  /** The payment that this browser reported; null for none, or for a cookie that this server did not sign. */
  read(request: Request): Types.ObjectId | null;
};

type CookieSettings = { secret: string; frontendUrl: string; clock: Clock };

/**
 * Remembers which payment the gateway reported through a browser. Whoever paid in an app may come back in a browser that
 * never signed in, and is told the outcome nevertheless; the address of the page holds no secret, so this is a cookie.
 */
export function createReportedPaymentCookie({ secret, frontendUrl, clock }: CookieSettings): ReportedPaymentCookie {
  // A key of its own, so that nothing else that the server signs is ever such a cookie.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene reported payment', 32));
  const sign = (text: string) => createHmac('sha256', key).update(text).digest();
  const options: CookieOptions = {
    httpOnly: true,
    // The gateway's page posts from another site; the answer to that is a page of ours, which asks by itself.
    sameSite: 'strict',
    secure: new URL(frontendUrl).protocol === 'https:',
    path: '/api/v1/payments',
  };
  return {
    write: (response, paymentId) => {
      const text = `${paymentId.toHexString()}.${clock.now().getTime() + lifetimeMs}`;
      const value = `${text}.${sign(text).toString('base64url')}`;
      response.cookie(cookieName, value, { ...options, maxAge: lifetimeMs });
    },
    read: ({ cookies }) => {
      const value: unknown = cookies?.[cookieName];
      const parts = /^([0-9a-f]{24})\.(\d{13})\.([\w-]{43})$/.exec(typeof value === 'string' ? value : '');
      const [, paymentId, until, signature] = parts ?? [];
      if (paymentId === undefined || signature === undefined) return null;
      const genuine = timingSafeEqual(Buffer.from(signature, 'base64url'), sign(`${paymentId}.${until}`));
      return genuine && clock.now().getTime() < Number(until) ? new Types.ObjectId(paymentId) : null;
    },
  };
}
