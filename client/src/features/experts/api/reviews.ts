import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';

const pageSize = 5;

/** What customers wrote about an expert, latest first, page by page. */
export function useReviews(expertId: string) {
  return useInfiniteQuery({
    queryKey: ['reviews', expertId],
    queryFn: ({ pageParam, signal }) =>
      request('GET /experts/:id/reviews', {
        params: { id: expertId },
        query: { limit: pageSize, cursor: pageParam },
        signal,
      }),
    // An empty cursor is left out of the request: the first page.
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}
