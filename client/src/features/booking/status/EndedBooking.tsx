import type { Booking } from '@serene/shared/contracts';
import { Link, useNavigate } from 'react-router-dom';
import { Alert, Button, buttonClass } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { explain } from '../../../lib/api/explain.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useRetryBooking } from '../api/retry-booking.ts';
import { isUnpaid } from '../booking-state.ts';
import { OutcomeFrame } from '../components/OutcomeFrame.tsx';
import { payPath } from '../paths.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { words } from '../status-words.ts';
import { anotherTimePath } from './another-time.ts';
import { BookingFacts } from './BookingFacts.tsx';

/** A booking that became no session: its hold lapsed, or its money came when the time was gone. */
export function EndedBooking({ booking }: { booking: Booking }) {
  const { zone } = useViewerZone();
  const navigate = useNavigate();
  const retry = useRetryBooking(booking);
  const isLapsed = isUnpaid(booking);
  const { title, text } = isLapsed
    ? { title: words.lapsed, text: words.lapsedText }
    : returnedWords({ amount: booking.refundedAmount ?? booking.amount, reason: 'slot-lost' }, booking.currency);
  return (
    <OutcomeFrame
      look={isLapsed ? 'over' : 'failed'}
      title={title}
      text={text}
      reference={booking.id}
      facts={
        <>
          <BookingFacts booking={booking} zone={zone} />
          {retry.error !== null && <RetryFailed error={retry.error} />}
        </>
      }
    >
      {isLapsed && (
        <Button
          busy={retry.isPending ? words.holding : undefined}
          onClick={() => retry.mutate(undefined, { onSuccess: ({ id }) => void navigate(payPath(id)) })}
        >
          {words.holdAgain}
        </Button>
      )}
      <Link to={anotherTimePath(booking, zone)} className={buttonClass(isLapsed ? 'secondary' : 'primary')}>
        {words.chooseAnother}
      </Link>
      <Link to={`/experts/${booking.expert.slug}`} className={buttonClass('secondary')}>
        {words.backToProfile}
      </Link>
    </OutcomeFrame>
  );
}

function RetryFailed({ error }: { error: Error }) {
  const title = hasCode(error, 'SLOT_TAKEN')
    ? words.taken
    : hasCode(error, 'OFFER_CHANGED', 'PRICE_CHANGED')
      ? words.gone
      : words.retryFailed;
  return (
    <Alert tone="warn" live="assertive" title={title}>
      {hasCode(error, 'SLOT_TAKEN', 'OFFER_CHANGED', 'PRICE_CHANGED') ? words.notCharged : explain(error)}
    </Alert>
  );
}
