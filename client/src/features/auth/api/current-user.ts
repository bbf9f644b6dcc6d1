import { queryOptions, useQuery } from '@tanstack/react-query';
import type { User } from '@serene/shared/contracts';
import { maySignInSilently } from '../../../lib/api/access-token.ts';
import { refresh } from '../../../lib/api/refresh.ts';

/** Where the signed-in person lies in the cache. */
export const currentUserKey = ['me'] as const;

/** Where the same person's account lies as it is now, while a page shows that. */
export const accountKey = ['account'] as const;

/** The signed-in person, or null. A first visit asks nothing of the server. */
export function currentUserQueryOptions() {
  return queryOptions({
    queryKey: currentUserKey,
    queryFn: (): Promise<User | null> => (maySignInSilently() ? refresh() : Promise.resolve(null)),
    staleTime: Infinity,
  });
}

/** The signed-in person: `undefined` while that is still being found out, null when nobody is. */
export function useCurrentUser() {
  return useQuery(currentUserQueryOptions());
}
