import { dayMs } from '@serene/shared/time';
import {
  dehydrate,
  hydrate,
  type DehydratedState,
  type Query,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import { currentUserKey } from '../features/auth/index.ts';
import { expertKeys } from '../features/experts/index.ts';
import { sessionKeys } from '../features/sessions/index.ts';
import { maySignInSilently } from '../lib/api/access-token.ts';
import { property } from '../lib/api/read-error.ts';
import { readCopy, writeCopy } from '../lib/offline-copy/storage.ts';
import { serverNow, serverTimeOf } from '../lib/time/server-clock.ts';

/** Changes come in bursts; one copy of them is enough. */
const restMs = 1_000;
/** Older answers mislead, and a device that is lost or sold on should not tell for ever whose sessions it showed. */
const longestMs = 7 * dayMs;

const publicKeys: QueryKey[] = [expertKeys.lists, expertKeys.profiles];
/** Whose session it is, and the lists of them. Free times and payments are never kept: old ones mislead. */
const personalKeys: QueryKey[] = [currentUserKey, sessionKeys.lists];

/**
 * Keeps a copy of what is worth reading without a connection, as it changes.
 * @returns stops it
 */
export function keepOfflineCopy(queryClient: QueryClient): () => void {
  let timer: number | undefined;
  const write = () => {
    window.clearTimeout(timer);
    timer = undefined;
    // What is left in view after signing out, here or in another tab, is no longer that person's.
    const isSignedIn = maySignInSilently() && Boolean(queryClient.getQueryData(currentUserKey));
    const keys = isSignedIn ? [...publicKeys, ...personalKeys] : publicKeys;
    writeCopy(dehydrate(queryClient, { shouldDehydrateQuery: (query) => isKept(query, keys) }));
  };
  const writeSoon = () => {
    timer ??= window.setTimeout(write, restMs);
  };
  const writeNow = () => timer !== undefined && write();
  const unsubscribe = queryClient.getQueryCache().subscribe(writeSoon);
  window.addEventListener('pagehide', writeNow);
  writeSoon();
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', writeNow);
    window.clearTimeout(timer);
  };
}

/** Fills the store with what the copy has of the last 7 days, for a page that opens without a connection. All of it is asked for again afterwards. */
export async function restoreOfflineCopy(queryClient: QueryClient): Promise<void> {
  const copy = readCopy();
  if (isCopy(copy)) hydrate(queryClient, { ...copy, queries: copy.queries.filter(isRecent) });
  await queryClient.invalidateQueries({ refetchType: 'none' });
}

/** Whether it was this app that kept it. */
function isCopy(copy: unknown): copy is DehydratedState {
  return Array.isArray(property(copy, 'queries')) && Array.isArray(property(copy, 'mutations'));
}

function isKept({ queryKey, state }: Query, keys: readonly QueryKey[]): boolean {
  return (
    state.status === 'success' &&
    isRecent({ state }) &&
    keys.some((key) => key.every((part, index) => part === queryKey[index]))
  );
}

/** By the clock of the device; an answer from its future is as doubtful as an old one. */
function isRecent({ state }: { state: { dataUpdatedAt: number } }): boolean {
  return Math.abs(serverNow() - serverTimeOf(state.dataUpdatedAt)) < longestMs;
}
