import { useSearchParams } from 'react-router-dom';
import { RequireUser, useCurrentUser } from '../../auth/index.ts';
import { ReportedPayment } from '../components/ReportedPayment.tsx';
import { bookingIdIn, isReportedPaid } from '../return-address.ts';
import { BookingView } from '../status/BookingView.tsx';
import { HeldBooking } from '../status/HeldBooking.tsx';
import { UnknownBooking } from '../status/UnknownBooking.tsx';

/**
 * `/booking/confirmation?bookingId=`: how a booking stands, read from the server. `/booking/cancel`, where a gateway leads
 * back to, tells the same: its address proves nothing (P4).
 */
export function BookingConfirmation() {
  const [search] = useSearchParams();
  const { data: visitor } = useCurrentUser();
  const bookingId = bookingIdIn(search);
  if (visitor === null) return <ReportedPayment otherwise={<RequireUser>{() => null}</RequireUser>} />;
  return (
    <RequireUser>
      {(user) =>
        bookingId === null ? (
          <UnknownBooking />
        ) : (
          <BookingView
            bookingId={bookingId}
            user={user}
            renderHeld={(booking) => <HeldBooking booking={booking} user={user} isReported={isReportedPaid(search)} />}
          />
        )
      }
    </RequireUser>
  );
}
