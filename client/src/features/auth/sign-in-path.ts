/** The sign-in page that leads back to where the visitor was. */
export function signInPath(returnTo: string): string {
  return `/login?next=${encodeURIComponent(returnTo)}`;
}
