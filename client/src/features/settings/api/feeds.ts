import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { FeedKind } from '@serene/shared/contracts';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';

function feedsQueryOptions() {
  return queryOptions({
    queryKey: ['calendar-feeds'],
    queryFn: async ({ signal }) => (await request('GET /me/calendar-feeds', { signal })).feeds,
  });
}

/** Which links to calendars the person has. Their addresses are told once, when they are made. */
export function useFeeds() {
  return useQuery(feedsQueryOptions());
}

/** Makes a link to a calendar; the one before it stops working. The answer stays with the caller and nowhere else. */
export function useMakeFeed(kind: FeedKind) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => request('POST /me/calendar-feeds/:kind', { params: { kind } }),
    onMutate: () => queryClient.cancelQueries(feedsQueryOptions()),
    onSuccess: ({ createdAt }) => noteFeed(queryClient, kind, { createdAt }),
  });
}

/** Revokes a link to a calendar. One that is gone already, by another tab, is what was wanted. */
export function useRevokeFeed(kind: FeedKind) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      try {
        await request('DELETE /me/calendar-feeds/:kind', { params: { kind } });
      } catch (error) {
        if (!hasCode(error, 'NOT_FOUND')) throw error;
      }
    },
    onMutate: () => queryClient.cancelQueries(feedsQueryOptions()),
    onSuccess: () => noteFeed(queryClient, kind, null),
  });
}

function noteFeed(queryClient: QueryClient, kind: FeedKind, feed: { createdAt: string } | null): void {
  queryClient.setQueryData(feedsQueryOptions().queryKey, (feeds) => feeds && { ...feeds, [kind]: feed });
}
