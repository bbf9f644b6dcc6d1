/**
 * The access token lives in memory only: no script of another origin and no stored page can read it. What survives
 * a reload is the httpOnly refresh cookie; the mark tells whether asking for a new token is worth a request.
 */
const mark = 'serene.signed-in';
let token: string | undefined;
const listeners = new Set<() => void>();

export function accessToken(): string | undefined {
  return token;
}

/** Whether this browser signed in before and may hold a refresh cookie. */
export function maySignInSilently(): boolean {
  return localStorage.getItem(mark) !== null;
}

export function keepAccessToken(next: string): void {
  token = next;
  localStorage.setItem(mark, '1');
}

/** Forgets the sign-in and tells everybody who listens. */
export function dropAccessToken(): void {
  token = undefined;
  localStorage.removeItem(mark);
  for (const listener of listeners) listener();
}

/** Calls `listener` when the sign-in ended, by choice or because the server refused to renew it. */
export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
