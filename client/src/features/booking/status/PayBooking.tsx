import type { Booking, User } from '@serene/shared/contracts';
import { Link, useNavigate } from 'react-router-dom';
import { Alert, Button, buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { announce } from '../../../lib/announce.ts';
import { explain } from '../../../lib/api/explain.ts';
import { shortDayAndTime } from '../../../lib/time/format.ts';
import { useViewerZone } from '../../auth/index.ts';
import type { useOrderOfBooking } from '../api/order-of-booking.ts';
import { useRetryBooking } from '../api/retry-booking.ts';
import { HoldCountdown } from '../components/HoldCountdown.tsx';
import { PaymentFlow } from '../components/PaymentFlow.tsx';
import { confirmationPath, failedPath, payPath, successPath } from '../paths.ts';
import { prefillOf } from '../payment/prefill.ts';
import { words as payment } from '../payment/words.ts';
import { words } from '../status-words.ts';
import { anotherTimePath } from './another-time.ts';
import { BookingFacts, shownDetails } from './BookingFacts.tsx';

type PayBookingProps = {
  booking: Booking;
  user: User;
  order: ReturnType<typeof useOrderOfBooking>;
};

/** What is paid and until when, then the checkout, and what came of it. */
export function PayBooking({ booking, user, order }: PayBookingProps) {
  const { zone } = useViewerZone();
  const navigate = useNavigate();
  const retry = useRetryBooking(booking);
  const another = anotherTimePath(booking, zone);
  const heading = <PageHeading title={words.payFor(booking.expert.name)} />;
  if (order.data !== undefined) {
    return (
      <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
        <PaymentFlow
          renderFrame={(content) => content}
          heading={heading}
          amount={order.data.amount}
          currency={order.data.currency}
          bookingDetails={shownDetails(booking, zone)}
          order={order.data}
          zone={zone}
          prefill={prefillOf(user)}
          onBooked={({ id, paymentId }) => void navigate(successPath(id, paymentId), { replace: true })}
          onSuccess={() => undefined}
          onFailure={(error) => {
            if (error === 'payment_not_verified') void navigate(failedPath(error, order.data.paymentId));
          }}
          onClose={() => void navigate(confirmationPath(booking.id))}
          onReleased={() => {
            announce(payment.released);
            void navigate(another);
          }}
          onHoldAgain={() =>
            retry.mutate(undefined, {
              onSuccess: ({ id }) => void navigate(payPath(id)),
              // The page of the booking says why, and what else there is.
              onError: () => void navigate(confirmationPath(booking.id)),
            })
          }
          onChooseAnother={() => void navigate(another)}
        />
      </div>
    );
  }
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      {heading}
      <BookingFacts booking={booking} zone={zone} />
      <HoldCountdown
        order={{ holdExpiresAt: booking.holdExpiresAt ?? null }}
        time={shortDayAndTime(booking.startTime, zone)}
        zone={zone}
        onEnd={() => undefined}
      />
      {order.error !== null && (
        <Alert tone="bad" live="assertive" title={words.payFailed}>
          {explain(order.error)}
        </Alert>
      )}
      <div className="flex flex-col gap-3 md:flex-row md:flex-wrap">
        <Button busy={order.isPending ? words.opening : undefined} onClick={() => order.mutate()}>
          {words.pay}
        </Button>
        <Link to={another} className={buttonClass('secondary')}>
          {words.chooseAnother}
        </Link>
      </div>
    </div>
  );
}
