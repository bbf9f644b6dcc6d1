import { queryOptions, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ResponseBody } from '../../../lib/api/types.ts';
import { request } from '../../../lib/api/request.ts';
import { timeKeys } from '../../times/index.ts';

type Answer = ResponseBody<'GET /experts/next-times'>;
type NextTimes = Answer['experts'][number];

/** By the id of the expert: null for none, and no entry until it is known. */
export type NextTimeOf = Readonly<Record<string, string | null>>;

function nextTimesQueryOptions(expertIds: readonly string[], count: number) {
  return queryOptions({
    queryKey: timeKeys.next(expertIds, count),
    queryFn: ({ signal }) => request('GET /experts/next-times', { query: { ids: expertIds.join(','), count }, signal }),
    enabled: expertIds.length > 0,
    staleTime: 30_000,
  });
}

/**
 * The next free time of each expert of a list, page by page as the list came. Where it cannot be fetched the list is as
 * good without.
 */
export function useNextTimesOfPages(pages: readonly (readonly string[])[]): NextTimeOf {
  return useQueries({
    queries: pages.map((expertIds) => nextTimesQueryOptions(expertIds, 1)),
    combine: nextTimeOf,
  });
}

function nextTimeOf(answers: readonly UseQueryResult<Answer>[]): NextTimeOf {
  const known = answers.flatMap(({ data }) => data?.experts ?? []);
  return Object.fromEntries(known.map(({ expertId, startsAt }) => [expertId, startsAt[0] ?? null]));
}

/** The next free times of one expert, one after the other: undefined until they are known, null where they are not. */
export function useNextTimes(expertId: string, count: number): NextTimes | null | undefined {
  const { data, isError } = useQuery(nextTimesQueryOptions([expertId], count));
  if (isError) return null;
  return data && (data.experts[0] ?? null);
}
