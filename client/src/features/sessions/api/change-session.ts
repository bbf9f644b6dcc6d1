import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { hasCode } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import { mailKeys } from '../../mails/index.ts';
import { timesOf } from '../../times/index.ts';
import { sessionKeys } from './keys.ts';
import { sessionQueryOptions } from './session.ts';

/** What a person does with a session. */
export type SessionChange =
  /** With the refund that the page showed, in minor units. */
  | { action: 'cancel'; reason?: string; refundMinor: number }
  | { action: 'reschedule'; startsAt: string }
  | { action: 'accept' }
  | { action: 'reject'; reason?: string }
  | { action: 'complete' }
  | { action: 'no-show'; noShowBy: 'customer' | 'expert' }
  | { action: 'rate'; rating: number; review?: string };

/** Changes a session. Whatever comes of it, everything that shows the session, its money, its mails or its time is read anew. */
export function useChangeSession({ id, paymentId, expert }: Pick<Session, 'id' | 'paymentId' | 'expert'>) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change: SessionChange): Promise<Session> => (await send(id, change)).session,
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQueryOptions(id).queryKey, session);
    },
    onError: (error) => isOvertaken(error) && queryClient.invalidateQueries({ queryKey: sessionKeys.one(id) }),
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: sessionKeys.lists });
      void queryClient.invalidateQueries(timesOf(expert.id));
      void queryClient.invalidateQueries({ queryKey: mailKeys.ofSession(id) });
      if (paymentId !== null) void queryClient.invalidateQueries({ queryKey: sessionKeys.payment(paymentId) });
    },
  });
}

/** The session is not what it was when the page was drawn: somebody else changed it meanwhile, or a deadline passed. */
export function isOvertaken(error: unknown): boolean {
  return hasCode(error, 'INVALID_TRANSITION', 'FORBIDDEN', 'NOT_FOUND');
}

function send(id: string, change: SessionChange) {
  const params = { id };
  switch (change.action) {
    case 'accept':
      return request('POST /sessions/:id/accept', { params });
    case 'complete':
      return request('POST /sessions/:id/complete', { params });
    case 'cancel': {
      const { action: _, ...body } = change;
      return request('POST /sessions/:id/cancel', { params, body });
    }
    case 'reject': {
      const { action: _, ...body } = change;
      return request('POST /sessions/:id/reject', { params, body });
    }
    case 'reschedule':
      return request('POST /sessions/:id/reschedule', { params, body: { startsAt: change.startsAt } });
    case 'no-show':
      return request('POST /sessions/:id/no-show', { params, body: { noShowBy: change.noShowBy } });
    case 'rate': {
      const { action: _, ...body } = change;
      return request('POST /sessions/:id/rating', { params, body });
    }
  }
}
