import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import type { ExpertFilters } from '../filters.ts';
import { expertKeys } from './keys.ts';

export function expertsQueryOptions(filters: ExpertFilters) {
  return infiniteQueryOptions({
    queryKey: [...expertKeys.lists, filters],
    queryFn: ({ pageParam, signal }) => request('GET /experts', { query: { ...filters, cursor: pageParam }, signal }),
    // An empty cursor is left out of the request: the first page.
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Experts that fit the filters, page by page. The list before stays in view until the next one is here. */
export function useExperts(filters: ExpertFilters) {
  return useInfiniteQuery(expertsQueryOptions(filters));
}
