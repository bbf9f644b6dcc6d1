import type { QueryClient } from '@tanstack/react-query';
import type { User } from '@serene/shared/contracts';
import { forgetCopy } from '../../../lib/offline-copy/storage.ts';
import { currentUserQueryOptions } from './current-user.ts';

/** Makes the app that of a person, and forgets all it knew before: the keys do not tell whose an answer was. */
export function showAs(queryClient: QueryClient, user: User): void {
  const { queryKey } = currentUserQueryOptions();
  forgetCopy();
  queryClient.setQueryData(queryKey, user);
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] });
}

/**
 * Makes the app that of a visitor. What the page still shows stays until the page is left: it may be a public one, in
 * the middle of something. Whoever signs in next finds nothing of it.
 */
export function showAsVisitor(queryClient: QueryClient): void {
  const { queryKey } = currentUserQueryOptions();
  forgetCopy();
  queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== queryKey[0] && !query.isActive() });
  queryClient.setQueryData(queryKey, null);
}
