import type { AdminMail } from '@serene/shared/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import { mailKeys } from './keys.ts';
import { mailsQueryOptions } from './mails.ts';

/** Lets a mail that failed be tried again. It keeps its place in the list that is open, with what it is now. */
export function useRetryMail(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (): Promise<AdminMail> => (await request('POST /admin/mails/:id/retry', { params: { id } })).mail,
    onSuccess: (retried) => {
      queryClient.setQueryData(
        mailsQueryOptions('failed').queryKey,
        (list) =>
          list && {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              mails: page.mails.map((mail) => (mail.id === id ? retried : mail)),
            })),
          },
      );
      return queryClient.invalidateQueries({ queryKey: mailKeys.all, refetchType: 'none' });
    },
    onError: (error) => isOvertaken(error) && queryClient.invalidateQueries({ queryKey: mailKeys.all }),
  });
}

/** Somebody else has had it tried again meanwhile, or it was removed. */
export function isOvertaken(error: unknown): boolean {
  return hasCode(error, 'INVALID_TRANSITION', 'NOT_FOUND');
}
