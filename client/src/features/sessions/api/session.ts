import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { sessionKeys } from './keys.ts';

export function sessionQueryOptions(id: string) {
  return queryOptions({
    queryKey: sessionKeys.one(id),
    queryFn: async ({ signal }): Promise<Session> =>
      (await request('GET /sessions/:id', { params: { id }, signal })).session,
  });
}

/** One session of the person. */
export function useSession(id: string) {
  return useQuery(sessionQueryOptions(id));
}
