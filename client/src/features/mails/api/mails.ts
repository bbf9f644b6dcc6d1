import type { MailStatus } from '@serene/shared/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../../lib/api/request.ts';
import { mailKeys } from './keys.ts';

export function mailsQueryOptions(status: MailStatus) {
  return infiniteQueryOptions({
    queryKey: mailKeys.list(status),
    queryFn: ({ pageParam, signal }) => request('GET /admin/mails', { query: { status, cursor: pageParam }, signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });
}

/** All mails of a status, latest first, page by page; for admins. */
export function useMails(status: MailStatus) {
  return useInfiniteQuery(mailsQueryOptions(status));
}
