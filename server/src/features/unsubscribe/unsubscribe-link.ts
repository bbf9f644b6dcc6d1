import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Types } from 'mongoose';

type LinkOptions = {
  /** A secret of the server, of at least 32 bytes. */
  secret: string;
  /** The origin that passes `/api` on. */
  frontendUrl: string;
};

export type UnsubscribeLinks = {
  /** A link that switches off the reminders of one account, for whoever holds it and for as long as the secret stands. */
  urlFor: (readerId: string) => string;
  /** The account of a link; null for one that this server did not sign. */
  readToken: (token: string) => Types.ObjectId | null;
};

/** Links that need no sign-in, since a mail program follows them (RFC 8058): signed, and good for nothing else. */
export function createUnsubscribeLinks({ secret, frontendUrl }: LinkOptions): UnsubscribeLinks {
  // A key of its own, so that nothing else that the server signs is ever such a link.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene unsubscribe link', 32));
  const sign = (readerId: string) => createHmac('sha256', key).update(readerId).digest();
  return {
    urlFor: (readerId) => {
      const token = `${readerId}.${sign(readerId).toString('base64url')}`;
      return new URL(`/api/v1/unsubscribe/${token}`, frontendUrl).href;
    },
    readToken: (token) => {
      const [, readerId, signature] = /^([0-9a-f]{24})\.([\w-]{43})$/.exec(token) ?? [];
      if (readerId === undefined || signature === undefined) return null;
      if (!timingSafeEqual(Buffer.from(signature, 'base64url'), sign(readerId))) return null;
      return new Types.ObjectId(readerId);
    },
  };
}
