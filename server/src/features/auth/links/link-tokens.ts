import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type LinkTokens = {
  /** The token of a link, from its id: what its mail carries, and nothing keeps. */
  tokenOf: (linkId: string) => string;
};

/**
 * Makes the tokens of links that are mailed. A mail waits in the outbox with the id of its link, where admins and backups
 * see it; the token follows from the id and a key of the server, so nobody gets it from there.
 * @param secret of the server, at least 32 bytes
 */
export function createLinkTokens(secret: string): LinkTokens {
  // A key of its own, so that nothing else that the server signs is ever such a token.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene account link', 32));
  return { tokenOf: (linkId) => createHmac('sha256', key).update(linkId).digest('base64url') };
}

/** 256 random bits. */
export function newLinkId(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps. A token cannot be guessed, so a fast hash is enough. */
export function hashLinkToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
