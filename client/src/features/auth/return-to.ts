/** The sign-in page that leads back to where the visitor was. */
export function signInPath(returnTo: string): string {
  return `/login?next=${encodeURIComponent(returnTo)}`;
}

/**
 * Where to go after signing in. Only a path of this site: `//elsewhere.example.com` and `https:` would hand a fresh
 * sign-in to somebody else's page.
 */
export function readReturnTo(search: URLSearchParams): string {
  const next = search.get('next') ?? '';
  return /^\/(?![/\\])/.test(next) ? next : '/dashboard';
}
