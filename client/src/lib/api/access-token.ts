import type { User } from '@serene/shared/contracts';
import { kept } from '../guarded/storage.ts';

/**
 * The access token lives in memory only: no script of another origin and no stored page can read it. What survives
 * a reload is the httpOnly refresh cookie; the mark tells whether asking for a new token is worth a request.
 */
const mark = 'serene.signed-in';
let token: string | undefined;
let isSignedOut = false;
let holder: string | null | undefined = maySignInSilently() ? undefined : null;
const listeners = new Set<(user: User | null) => void>();

export function accessToken(): string | undefined {
  return token;
}

/** The id of the person this page acts for: null where nobody is signed in, undefined before a reloaded page has asked. */
export function tokenHolder(): string | null | undefined {
  return holder;
}

/** Whether this browser signed in before and may hold a refresh cookie; where it keeps nothing, the cookie may still be. */
export function maySignInSilently(): boolean {
  return kept.read(mark) !== null || (!isSignedOut && !kept.isOpen());
}

/** Keeps the token of a person who signed in on this page. */
export function keepAccessToken(next: string, userId: string): void {
  token = next;
  isSignedOut = false;
  holder = userId;
  kept.write(mark, '1');
}

/**
 * Keeps a token that the refresh cookie gave. All tabs share the cookie: where another tab signed in as somebody else,
 * everybody who listens is told.
 */
export function renewAccessToken(next: string, user: User): void {
  const isOther = holder !== undefined && holder !== user.id;
  keepAccessToken(next, user.id);
  if (isOther) tell(user);
}

/** Forgets the sign-in and tells everybody who listens. */
export function dropAccessToken(): void {
  token = undefined;
  isSignedOut = true;
  holder = null;
  kept.remove(mark);
  tell(null);
}

/**
 * Calls `listener` when this page stops acting for the person it knew: with null when the sign-in ended, by choice or
 * because the server refused to renew it; with the other person when another tab signed in as somebody else.
 */
export function onAccountChange(listener: (user: User | null) => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', followOtherTab);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('storage', followOtherTab);
  };
}

/** Signing out in one tab takes the mark away for all; where somebody has signed in again since, it is back. */
function followOtherTab({ key }: StorageEvent): void {
  if ((key === mark || key === null) && holder !== null && !maySignInSilently()) dropAccessToken();
}

function tell(user: User | null): void {
  for (const listener of listeners) listener(user);
}
