import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { sessionKeys } from './keys.ts';

/** Whose list it is: what the person booked, or what was booked with them. */
export type Side = 'customer' | 'expert';
export const sessionTabs = ['upcoming', 'past', 'cancelled'] as const;
export type SessionTab = (typeof sessionTabs)[number];

type ListOf = { as: Side; when: SessionTab | 'requests' };

function sessionsQueryOptions(filter: ListOf) {
  return infiniteQueryOptions({
    queryKey: sessionKeys.list(filter),
    queryFn: ({ pageParam, signal }) => request('GET /sessions', { query: { ...filter, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** The person's sessions, page by page. */
export function useSessions(filter: ListOf) {
  return useInfiniteQuery(sessionsQueryOptions(filter));
}
