import type { Booking, User } from '@serene/shared/contracts';
import type { ReactNode } from 'react';
import { LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { useSession } from '../../sessions/index.ts';
import { useBooking } from '../api/booking.ts';
import { BookedSession } from '../components/BookedSession.tsx';
import { isHeld } from '../booking-state.ts';
import { words } from '../status-words.ts';
import { EndedBooking } from './EndedBooking.tsx';
import { UnknownBooking } from './UnknownBooking.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

type BookingViewProps = {
  bookingId: string;
  user: User;
  /** Whether a payment is under way on this page, which then asks by itself. */
  isPaying?: boolean;
  /** What stands there while the time is held. */
  renderHeld: (booking: Booking) => ReactNode;
};

/** A booking as far as it has come: held, lapsed, sold to somebody else, or the session that it became. */
export function BookingView({ bookingId, user, isPaying = false, renderHeld }: BookingViewProps) {
  const { data: booking, error, refetch } = useBooking(bookingId, !isPaying);
  useKeptFocus();
  if (booking === undefined) {
    if (hasCode(error, 'NOT_FOUND')) return <UnknownBooking />;
    return <Waiting error={error} onRetry={() => void refetch()} />;
  }
  if (booking.reference !== undefined) return <BookingSession sessionId={booking.id} user={user} />;
  return isHeld(booking) || isPaying ? renderHeld(booking) : <EndedBooking booking={booking} />;
}

function BookingSession({ sessionId, user }: { sessionId: string; user: User }) {
  const { data: session, error, refetch } = useSession(sessionId);
  useKeptFocus();
  if (session !== undefined) return <BookedSession session={session} paymentId={session.paymentId} user={user} />;
  return <Waiting error={error} onRetry={() => void refetch()} />;
}

function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-8">
      <PageHeading title={words.yourBooking} />
      {error === null ? (
        <Loading label={words.loading}>
          <Skeleton className="h-96" />
        </Loading>
      ) : (
        <LoadFailed title={words.loadFailed} error={error} onRetry={onRetry} />
      )}
    </div>
  );
}
