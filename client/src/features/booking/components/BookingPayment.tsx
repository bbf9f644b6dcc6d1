import { minuteMs } from '@serene/shared/time';
import type { FocusTarget } from '../../../components/ui/index.ts';
import { announce } from '../../../lib/announce.ts';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import type { BookableExpert } from '../expert.ts';
import { words as payment } from '../payment/words.ts';
import type { Hold } from '../wizard/use-hold.ts';
import type { Wizard } from '../wizard/use-wizard.ts';
import { OrderLookupFailed } from './OrderLookupFailed.tsx';
import { PaymentModal } from './PaymentModal.tsx';

type BookingPaymentProps = {
  expert: BookableExpert;
  wizard: Wizard;
  hold: Hold;
  zone: string;
  opener: FocusTarget;
  onClose: () => void;
  onSuccess: (sessionId: string) => void;
  onFailure: ((error: string, paymentId: string) => void) | undefined;
};

/** The payment of what the wizard chose, and the ways back from it. */
export function BookingPayment({ expert, wizard, hold, zone, opener, onClose, ...props }: BookingPaymentProps) {
  const { selectedTimeSlot: startsAt, duration, paymentId } = wizard.state;
  if (startsAt === null || paymentId === null) return null;
  const leaveFor = (screen: 'select-time' | 'confirm') => wizard.dispatch({ type: 'hold-gone', screen });
  if (hold.order === undefined && hold.lookup.isError) {
    const goBack = () => leaveFor('confirm');
    return (
      <OrderLookupFailed expertName={expert.name} hold={hold} opener={opener} onGoBack={goBack} onClose={onClose} />
    );
  }
  const endsAt = new Date(Date.parse(startsAt) + duration * minuteMs);
  const { user, order } = hold;
  return (
    <PaymentModal
      amount={order?.amount ?? hold.price}
      currency={expert.currency}
      bookingDetails={{
        expertName: expert.name,
        date: longDay(startsAt, zone),
        time: timeRange(startsAt, endsAt, zone),
        duration,
      }}
      order={order}
      autoOpen={hold.isFresh}
      zone={zone}
      opener={opener}
      prefill={
        user ? { name: user.name, email: user.email, ...(user.phone === null ? {} : { contact: user.phone }) } : {}
      }
      onBooked={(session) => props.onSuccess(session.id)}
      // The session says more than the payment's id: see onBooked.
      onSuccess={() => undefined}
      onFailure={(error) => props.onFailure?.(error, paymentId)}
      onClose={onClose}
      onReleased={() => {
        announce(payment.released);
        wizard.dispatch({ type: 'slot-lost' });
        leaveFor('select-time');
      }}
      onHoldAgain={() => {
        leaveFor('confirm');
        hold.hold();
      }}
      onChooseAnother={() => {
        wizard.dispatch({ type: 'slot-lost' });
        leaveFor('select-time');
      }}
    />
  );
}
