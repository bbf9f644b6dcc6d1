import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Session } from '@serene/shared/contracts';
import { request } from '../../../lib/api/request.ts';
import { dayKey, wallTime } from '../../../lib/time/days.ts';
import { sessionKeys, sessionQueryOptions } from '../../sessions/index.ts';
import { timesOf } from '../../times/index.ts';
import type { BookingWish } from './wish.ts';

/** Books an hour that costs nothing; repeating it gives the same booking (M9). */
export function useBookFreeSession() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async ({ expertId, startsAt, duration, expertZone }: BookingWish): Promise<Session> => {
      const scheduledDate = dayKey(startsAt, expertZone);
      const scheduledTime = wallTime(startsAt, expertZone);
      const body = { expertId, scheduledDate, scheduledTime, duration, startsAt };
      return (await request('POST /sessions', { body })).session;
    },
    onSuccess: (session) => {
      queryClient.setQueryData(sessionQueryOptions(session.id).queryKey, session);
      return queryClient.invalidateQueries({ queryKey: sessionKeys.all, refetchType: 'none' });
    },
    // Whatever came of it, the times that were on screen may have changed.
    onSettled: (_session, _error, { expertId }) =>
      queryClient.invalidateQueries({ ...timesOf(expertId), refetchType: 'none' }),
  });
}
