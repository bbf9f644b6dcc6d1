import type { User } from '@serene/shared/contracts';

/** The sign-in page that leads back to where the visitor was. */
export function signInPath(returnTo: string): string {
  return `/login?next=${encodeURIComponent(returnTo)}`;
}

/**
 * Where to go after signing in: back, or to the person's own dashboard. Only a path of this site leads back:
 * `//elsewhere.example.com` and `https:` would hand a fresh sign-in to somebody else's page.
 */
export function readReturnTo(search: URLSearchParams, { roles }: Pick<User, 'roles'>): string {
  const next = search.get('next') ?? '';
  if (/^\/(?![/\\])/.test(next)) return next;
  return roles.includes('expert') ? '/expert/dashboard' : '/dashboard';
}
