import { hash, verify } from '@node-rs/argon2';
import { randomUUID } from 'node:crypto';

/** argon2id, the library's default algorithm, at the cost of the OWASP password storage cheat sheet (19 MiB, 2 passes). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Made once at start, so that no request is slower than the others. Nobody knows the password it was made of. */
const decoyHash = hashPassword(randomUUID());

/** Hashes a password for storage. The salt and the cost travel in the hash. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/**
 * Whether the password is the one of the hash. Without a hash (an unknown address, a guest) the answer is no, after
 * the same work: how long it takes does not tell which addresses have an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await decoyHash), password);
  return passwordHash !== null && matches;
}
