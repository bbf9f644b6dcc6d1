import type { User } from '@serene/shared/contracts';
import { ownAddress } from '../../lib/own-address.ts';

/**
 * Where to go after signing in: back, or to the person's own dashboard. Only a page of this site leads back: another
 * would get hold of a fresh sign-in.
 */
export function readReturnTo(search: URLSearchParams, { roles }: Pick<User, 'roles'>): string {
  return ownAddress(search.get('next')) ?? (roles.includes('expert') ? '/expert/dashboard' : '/dashboard');
}
