import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** A refresh token: which family it belongs to, and the secret that proves it. On the wire `family.secret`. */
export type RefreshToken = { family: string; secret: string };

/** 128 bits name the family, 256 prove the token. */
export function newRefreshToken(): RefreshToken {
  return { family: randomBytes(16).toString('base64url'), secret: randomBytes(32).toString('base64url') };
}

/** Reads a cookie; null when it cannot be a refresh token. */
export function parseRefreshToken(text: string): RefreshToken | null {
  const [, family, secret] = /^([\w-]{22})\.([\w-]{43})$/.exec(text) ?? [];
  return family === undefined || secret === undefined ? null : { family, secret };
}

export function formatRefreshToken({ family, secret }: RefreshToken): string {
  return `${family}.${secret}`;
}

/** What the database keeps. The secret has 256 random bits, so a fast hash is enough. */
export function hashRefreshToken(token: RefreshToken): string {
  return createHash('sha256').update(formatRefreshToken(token)).digest('base64url');
}

/**
 * Makes the function from a token to its child. The child follows from the parent and a key of the server, so two tabs
 * that exchange one token, or a client that lost the answer, get the same child (rule A1) although the database holds
 * hashes only. Without the key nobody can tell a child from its parent.
 */
export function createTokenDerivation(secret: string): (parent: RefreshToken) => RefreshToken {
  // A key of its own, so that no signature of an access token is ever a refresh token.
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'serene refresh token', 32));
  return (parent) => ({
    family: parent.family,
    secret: createHmac('sha256', key).update(formatRefreshToken(parent)).digest('base64url'),
  });
}
