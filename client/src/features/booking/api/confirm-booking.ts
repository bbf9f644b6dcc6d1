import { minuteMs } from '@serene/shared/time';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { hasCode, isTransient } from '../../../lib/api/errors.ts';
import { request } from '../../../lib/api/request.ts';
import { useCurrentUser } from '../../auth/index.ts';
import { sessionKeys } from '../../sessions/index.ts';
import { timesOf } from '../../times/index.ts';
import { attemptKey, endAttempt } from './attempt-key.ts';
import type { BookingWish } from './wish.ts';

const mostRetries = 3;

/** Books a session type that costs nothing. A repeat carries the key of the attempt and gives the same booking (B6). */
export function useConfirmBooking() {
  const queryClient = useQueryClient();
  const { data: user } = useCurrentUser();
  return useMutation({
    mutationFn: async (wish: BookingWish): Promise<{ id: string }> => {
      const body = bodyOf(wish, { name: user?.name ?? '', email: user?.email ?? '' });
      const headers = { 'Idempotency-Key': attemptKey(body) };
      return (await request('POST /scheduling/bookings/confirm', { body, headers })).booking;
    },
    retry: (count, error) => count < mostRetries && isUndecided(error),
    retryDelay: (count, error) =>
      (hasCode(error, 'IDEMPOTENCY_KEY_IN_USE') ? (error.retryAfter ?? 1) : 2 ** count) * 1000,
    onSuccess: () => {
      endAttempt();
      return queryClient.invalidateQueries({ queryKey: sessionKeys.all, refetchType: 'none' });
    },
    onError: (error) => isUndecided(error) || endAttempt(),
    // Whatever came of it, the times that were on screen may have changed.
    onSettled: (_booking, _error, { expertId }) =>
      queryClient.invalidateQueries({ ...timesOf(expertId), refetchType: 'none' }),
  });
}

/** Whether the booking may have been made, or may still be. */
function isUndecided(error: unknown): boolean {
  return isTransient(error) || hasCode(error, 'IDEMPOTENCY_KEY_IN_USE');
}

function bodyOf(wish: BookingWish, person: { name: string; email: string }) {
  const { startsAt, duration, timezone, amount, sessionTypeId = null, answers, pathway, note } = wish;
  const endTime = new Date(Date.parse(startsAt) + duration * minuteMs).toISOString();
  return {
    sessionTypeId,
    timeSlot: { startTime: startsAt, endTime },
    clientDetails: { ...person, timezone },
    amount,
    notes: note,
    answers,
    pathway,
  };
}
