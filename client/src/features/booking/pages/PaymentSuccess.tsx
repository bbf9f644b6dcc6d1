import type { User } from '@serene/shared/contracts';
import { CalendarX } from 'lucide-react';
import { Link, useSearchParams } from 'react-router-dom';
import { buttonClass, EmptyState, LoadFailed, Loading, PageHeading, Skeleton } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { RequireUser, useCurrentUser } from '../../auth/index.ts';
import { useSession } from '../../sessions/index.ts';
import { BookedSession } from '../components/BookedSession.tsx';
import { ReportedPayment } from '../components/ReportedPayment.tsx';
import { words } from '../page-words.ts';
import { sessionIdIn } from '../return-address.ts';
import { BookingConfirmation } from './BookingConfirmation.tsx';

/**
 * `/booking/success?sessionId=&paymentId=`: what was booked, read from the server, so that it can be opened again. Gateways
 * lead here with a session of their own (`session_id`, `sessionId`): then the booking itself says how it stands.
 */
export function PaymentSuccess() {
  const [search] = useSearchParams();
  const { data: visitor } = useCurrentUser();
  const sessionId = sessionIdIn(search);
  if (sessionId === null) return <BookingConfirmation />;
  // Nobody is signed in: without a payment of this browser the sign-in comes first.
  if (visitor === null) return <ReportedPayment otherwise={<RequireUser>{() => null}</RequireUser>} />;
  return (
    <RequireUser>
      {(user) => <Booked sessionId={sessionId} paymentId={search.get('paymentId')} user={user} />}
    </RequireUser>
  );
}

type BookedProps = { sessionId: string; paymentId: string | null; user: User };

function Booked({ sessionId, paymentId, user }: BookedProps) {
  const { data: session, error, refetch } = useSession(sessionId);
  if (session !== undefined) return <BookedSession session={session} paymentId={paymentId} user={user} />;
  if (hasCode(error, 'NOT_FOUND')) return <ReportedPayment otherwise={<NotFound />} />;
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-8">
      <PageHeading title={words.yourBooking} />
      {error === null ? (
        <Loading label={words.loading}>
          <Skeleton className="h-96" />
        </Loading>
      ) : (
        <LoadFailed title={words.loadFailed} error={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}

function NotFound() {
  return (
    <div className="page flex max-w-180 flex-col gap-6 py-8">
      <PageHeading title={words.noSession} />
      <EmptyState icon={CalendarX} title={words.noSessionText}>
        <Link to="/dashboard" className={buttonClass('primary')}>
          {words.dashboard}
        </Link>
      </EmptyState>
    </div>
  );
}
