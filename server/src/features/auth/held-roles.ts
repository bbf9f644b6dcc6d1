import type { Role } from '@serene/shared/contracts';
import type { UserRecord } from './user-model.ts';

/**
 * The roles that an account may use. Until its address is proved nobody knows whose account it is, and what a press alone
 * proved says nothing of whose password it has: so it is a customer's, whatever an older version of the product wrote
 * into it.
 */
export function heldRoles({
  roles,
  emailVerifiedAt,
  passwordProved,
}: Pick<UserRecord, 'roles' | 'emailVerifiedAt' | 'passwordProved'>): Role[] {
  return emailVerifiedAt === null || passwordProved === false ? ['customer'] : roles;
}
