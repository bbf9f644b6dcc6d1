import { timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { bare } from '../errors.ts';

type Keys = { keyId: string; keySecret: string };

/** Basic authentication with key id and secret; the scheme's letter case counts (Razorpay docs: API authentication). */
export function authenticate({ keyId, keySecret }: Keys): RequestHandler {
  const expected = Buffer.from(`Basic ${Buffer.from(`${keyId}:${keySecret}`).toString('base64')}`);
  return (req, _res, next) => {
    const given = Buffer.from(req.get('authorization') ?? '');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw bare('Authentication failed', 401);
    next();
  };
}
