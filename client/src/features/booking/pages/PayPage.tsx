import type { User } from '@serene/shared/contracts';
import { useParams } from 'react-router-dom';
import { RequireUser } from '../../auth/index.ts';
import { useOrderOfBooking } from '../api/order-of-booking.ts';
import { BookingView } from '../status/BookingView.tsx';
import { PayBooking } from '../status/PayBooking.tsx';

/** `/bookings/:id/pay`: pays for a time that is held. */
export function PayPage() {
  const { id = '' } = useParams();
  return <RequireUser>{(user) => <Pay key={id} bookingId={id} user={user} />}</RequireUser>;
}

function Pay({ bookingId, user }: { bookingId: string; user: User }) {
  const order = useOrderOfBooking(bookingId);
  return (
    <BookingView
      bookingId={bookingId}
      user={user}
      isPaying={order.data !== undefined}
      renderHeld={(booking) => <PayBooking booking={booking} user={user} order={order} />}
    />
  );
}
