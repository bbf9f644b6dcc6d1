import type { BookingStatus } from '@serene/shared/contracts';
import { AppError } from '../../../errors.ts';
import type { Principal } from '../../../http/principal.ts';
import { listSessionsByStatus, readSessionCursor, writeSessionCursor } from '../../sessions/index.ts';
import { sessionStatusesOf } from './booking-status.ts';
import { bookingsOfSessions, heldBookings, type FoundBooking } from './find-booking.ts';

type List = {
  principal: Principal;
  as: 'client' | 'expert';
  status: BookingStatus | undefined;
  cursor: string | undefined;
  limit: number;
  now: Date;
};

/**
 * One page of a person's bookings, newest start first, paged over sessions; what they hold stands before the first page
 * (rule B3).
 * @throws AppError FORBIDDEN when they are no expert, VALIDATION_FAILED for a foreign cursor
 */
export async function listBookings(list: List): Promise<{ bookings: FoundBooking[]; nextCursor: string | null }> {
  const { principal, as, status, cursor, limit, now } = list;
  if (as === 'expert' && !principal.expertId) throw new AppError('FORBIDDEN', 'Only experts have customer bookings.');
  const owner = as === 'expert' && principal.expertId ? { expertId: principal.expertId } : { userId: principal.userId };
  const after = cursor === undefined ? null : readSessionCursor(cursor);
  const statuses = status === undefined ? null : sessionStatusesOf(status);
  const sessions = await listSessionsByStatus({ owner, statuses, after, limit: limit + 1 });
  const page = sessions.slice(0, limit);
  const last = page.at(-1);
  const nextCursor =
    last && sessions.length > limit ? writeSessionCursor({ startsAt: last.startsAt, id: last._id }) : null;
  const showsHolds = as === 'client' && after === null && (status === undefined || status === 'PENDING');
  const held = showsHolds ? await heldBookings(principal.userId, now) : [];
  return { bookings: [...held, ...(await bookingsOfSessions(page, now))], nextCursor };
}
