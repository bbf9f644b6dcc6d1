import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { offerKeys } from './keys.ts';

export function sessionTypesQueryOptions(expertId: string) {
  return queryOptions({
    queryKey: offerKeys.ofExpert(expertId),
    queryFn: ({ signal }) => request('GET /scheduling/session-types', { query: { expertId }, signal }),
    select: ({ sessionTypes }) => sessionTypes,
  });
}

/** The active session types of an expert, in the order of the server: shortest first (F5). */
export function useSessionTypes(expertId: string) {
  return useQuery(sessionTypesQueryOptions(expertId));
}
