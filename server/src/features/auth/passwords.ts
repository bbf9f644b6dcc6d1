import { hash, verify } from '@node-rs/argon2';
import { canonicalPassword } from '@serene/shared/text';
import { randomUUID } from 'node:crypto';

/** argon2id, the library's default algorithm, at the cost of the OWASP password storage cheat sheet (19 MiB, 2 passes). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Made once at start, so that no request is slower than the others. Nobody knows the password it was made of. */
const decoyHash = hashPassword(randomUUID());

/** Hashes a password in its canonical form. The salt and the cost travel in the hash. */
export async function hashPassword(password: string): Promise<string> {
  return hash(canonicalPassword(password), cost);
}

/**
 * Whether the password is the one of the hash. Without a hash (an unknown address, a guest) the answer is no, after
 * the same work: how long it takes does not tell which addresses have an account.
 */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const compared = passwordHash ?? (await decoyHash);
  for (const form of formsOf(password)) if (await verify(compared, form)) return passwordHash !== null;
  return false;
}

/** Whether a password that was verified should be hashed anew: its hash was made of another Unicode form. */
export async function isOldForm(password: string, passwordHash: string): Promise<boolean> {
  return formsOf(password).length > 1 && !(await verify(passwordHash, canonicalPassword(password)));
}

/**
 * The canonical form, by which passwords are kept, then those that older versions kept: as it is typed now, and as the
 * other kind of system would have typed it. One form for most passwords, four at most.
 */
function formsOf(password: string): string[] {
  return [...new Set([canonicalPassword(password), password, password.normalize('NFC'), password.normalize('NFD')])];
}
