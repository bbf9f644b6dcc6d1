import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import type { ResponseBody } from '../../../lib/api/types.ts';
import { request } from '../../../lib/api/request.ts';

type NextTimes = ResponseBody<'GET /experts/next-times'>['experts'][number];

function nextTimesQueryOptions(expertIds: readonly string[], count: number) {
  const ids = expertIds.join(',');
  return queryOptions({
    queryKey: ['next-times', ids, count],
    queryFn: ({ signal }) => request('GET /experts/next-times', { query: { ids, count }, signal }),
    enabled: ids !== '',
    staleTime: 30_000,
  });
}

/**
 * The next free time of each expert of a list, page by page as the list came: null for none, and no entry until it is
 * known. Where it cannot be fetched the list is as good without.
 */
export function useNextTimesOfPages(pages: readonly (readonly string[])[]): Map<string, string | null> {
  return useQueries({
    queries: pages.map((expertIds) => nextTimesQueryOptions(expertIds, 1)),
    combine: (results) => {
      const known = results.flatMap(({ data }) => data?.experts ?? []);
      return new Map(known.map(({ expertId, startsAt }) => [expertId, startsAt[0] ?? null]));
    },
  });
}

/** The next free times of one expert, one after the other: undefined until they are known, null where they are not. */
export function useNextTimes(expertId: string, count: number): NextTimes | null | undefined {
  const { data, isError } = useQuery(nextTimesQueryOptions([expertId], count));
  if (isError) return null;
  return data && (data.experts[0] ?? null);
}
