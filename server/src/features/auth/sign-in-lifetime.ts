import { hourMs } from '@serene/shared/time';
import type { Role } from '@serene/shared/contracts';

const longestMs = 30 * 24 * hourMs;
const longestOfAdminMs = 12 * hourMs;

/** When a sign-in ends, however much it is used. An admin's is short, also where the role was given after it began. */
export function endOfSignIn(signedInAt: Date, roles: readonly Role[]): Date {
  return new Date(signedInAt.getTime() + (roles.includes('admin') ? longestOfAdminMs : longestMs));
}

/**
 * When a sign-in began of which an older version kept only the end, 30 days after its last use: then at the latest, so
 * it lasts 30 days more at most.
 */
export function latestStart(expiresAt: Date): Date {
  return new Date(expiresAt.getTime() - longestMs);
}
