import type { Booking, User } from '@serene/shared/contracts';
import { Link } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { clockTime, shortDayAndTime } from '../../../lib/time/format.ts';
import { useViewerZone } from '../../auth/index.ts';
import { ConfirmingPayment } from '../components/ConfirmingPayment.tsx';
import { OutcomeFrame } from '../components/OutcomeFrame.tsx';
import { payPath } from '../paths.ts';
import { failureWords } from '../payment/trouble-words.ts';
import { words } from '../status-words.ts';
import { BookingFacts } from './BookingFacts.tsx';

type HeldBookingProps = {
  booking: Booking;
  user: User;
  /** Whether the way back from the gateway says that it was paid. */
  isReported: boolean;
};

/** A time that is held and not paid yet, and the way to pay it; or the wait for a payment that was reported. */
export function HeldBooking({ booking, user, isReported }: HeldBookingProps) {
  const { zone } = useViewerZone();
  const { startTime, holdExpiresAt, paymentStatus } = booking;
  const hasFailed = paymentStatus === 'FAILED';
  if (isReported && !hasFailed) {
    return (
      <OutcomeFrame
        look="waiting"
        title={words.yourBooking}
        text={<ConfirmingPayment email={user.email} />}
        reference={booking.id}
        facts={<BookingFacts booking={booking} zone={zone} />}
      >
        <Link to="/dashboard" className={buttonClass('secondary')}>
          {words.dashboard}
        </Link>
      </OutcomeFrame>
    );
  }
  const time = shortDayAndTime(startTime, zone);
  return (
    <OutcomeFrame
      look={hasFailed ? 'failed' : 'waiting'}
      title={hasFailed ? words.failed : words.held}
      text={
        <>
          {hasFailed && <p>{failureWords.declined.text}</p>}
          {holdExpiresAt !== undefined && <p>{words.heldText(time, clockTime(holdExpiresAt, zone))}</p>}
        </>
      }
      reference={booking.id}
      facts={<BookingFacts booking={booking} zone={zone} />}
    >
      <Link to={payPath(booking.id)} className={buttonClass('primary')}>
        {words.payNow}
      </Link>
      <Link to={`/experts/${booking.expert.slug}`} className={buttonClass('secondary')}>
        {words.backToProfile}
      </Link>
    </OutcomeFrame>
  );
}
