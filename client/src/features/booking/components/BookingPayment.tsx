import { minuteMs } from '@serene/shared/time';
import type { ReactNode } from 'react';
import { announce } from '../../../lib/announce.ts';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import type { BookableExpert } from '../expert.ts';
import { prefillOf } from '../payment/prefill.ts';
import { words as payment } from '../payment/words.ts';
import type { Hold } from '../wizard/use-hold.ts';
import type { Wizard } from '../wizard/use-wizard.ts';
import { OrderLookupFailed } from './OrderLookupFailed.tsx';
import { PaymentFlow, type PaymentFrame } from './PaymentFlow.tsx';

type BookingPaymentProps = {
  expert: BookableExpert;
  wizard: Wizard;
  hold: Hold;
  zone: string;
  renderFrame: PaymentFrame;
  heading: ReactNode;
  onClose: () => void;
  onSuccess: (sessionId: string) => void;
  onFailure: ((error: string, paymentId: string) => void) | undefined;
};

/** The payment of what the wizard chose, and the ways back from it. */
export function BookingPayment({ expert, wizard, hold, zone, renderFrame, heading, ...props }: BookingPaymentProps) {
  const { selectedTimeSlot: startsAt, duration, paymentId } = wizard.state;
  if (startsAt === null || paymentId === null) return null;
  const leaveFor = (screen: 'select-time' | 'confirm') => wizard.dispatch({ type: 'hold-gone', screen });
  if (hold.order === undefined && hold.lookup.isError) {
    return renderFrame(
      <div className="flex flex-col gap-4">
        {heading}
        <OrderLookupFailed hold={hold} onGoBack={() => leaveFor('confirm')} />
      </div>,
      props.onClose,
    );
  }
  const endsAt = new Date(Date.parse(startsAt) + duration * minuteMs);
  const { user, order } = hold;
  return (
    <PaymentFlow
      renderFrame={renderFrame}
      heading={heading}
      amount={order?.amount ?? hold.price}
      currency={order?.currency ?? hold.currency}
      bookingDetails={{
        title: expert.offerTitle,
        expertName: expert.name,
        date: longDay(startsAt, zone),
        time: timeRange(startsAt, endsAt, zone),
        duration,
      }}
      order={order}
      autoOpen={hold.isFresh}
      zone={zone}
      prefill={user ? prefillOf(user) : {}}
      onBooked={({ id }) => {
        wizard.dispatch({ type: 'booked', bookingId: id });
        props.onSuccess(id);
      }}
      // The session says more than the payment's id: see onBooked.
      onSuccess={() => undefined}
      onFailure={(error) => {
        wizard.dispatch({ type: 'payment-declined' });
        props.onFailure?.(error, paymentId);
      }}
      onCancelled={() => wizard.dispatch({ type: 'payment-cancelled' })}
      onClose={props.onClose}
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
