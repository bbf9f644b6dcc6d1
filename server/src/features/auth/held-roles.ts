import type { Role } from '@serene/shared/contracts';
import type { UserRecord } from './user-model.ts';

/**
 * The roles that an account may use. Until its address is proved nobody knows whose account it is, so it is a customer's,
 * whatever an older version of the product wrote into it.
 */
export function heldRoles({ roles, emailVerifiedAt }: Pick<UserRecord, 'roles' | 'emailVerifiedAt'>): Role[] {
  return emailVerifiedAt === null ? ['customer'] : roles;
}
