import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Mail } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { mailKeys } from './keys.ts';

/** Milliseconds between two looks while a mail is on its way. */
const lookEvery = 10_000;

function sessionMailsQueryOptions(sessionId: string) {
  return queryOptions({
    queryKey: mailKeys.ofSession(sessionId),
    queryFn: async ({ signal }): Promise<Mail[]> =>
      (await request('GET /sessions/:id/mails', { params: { id: sessionId }, signal })).mails,
  });
}

/** The mails about a session, for its expert and admins; watched until each has come to an end. */
export function useSessionMails(sessionId: string) {
  return useQuery({
    ...sessionMailsQueryOptions(sessionId),
    refetchInterval: ({ state }) => (state.data?.some(isOnItsWay) === true ? lookEvery : false),
  });
}

function isOnItsWay({ status }: Mail): boolean {
  return status === 'queued' || status === 'sending';
}
