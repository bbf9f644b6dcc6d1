import type { Session } from '@serene/shared/contracts';
import { fallbackZone } from '@serene/shared/scheduling';
import { useState } from 'react';
import { Modal, type FocusTarget } from '../../../components/ui/index.ts';
import { browserZone } from '../../../lib/time/zones.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { Prefill } from '../payment/prefill.ts';
import { isHeld } from '../payment/state.ts';
import { useInertApp } from '../payment/use-inert-app.ts';
import { usePayment } from '../payment/use-payment.ts';
import { words as payment } from '../payment/words.ts';
import { words } from '../words.ts';
import { CheckoutPanel } from './CheckoutPanel.tsx';
import { KeepOrRelease } from './KeepOrRelease.tsx';
import { PaymentStatus } from './PaymentStatus.tsx';
import { PaymentSummary } from './PaymentSummary.tsx';
import { StepHeading } from './StepHeading.tsx';

export type PaymentModalProps = {
  /** Major units. */
  amount: number;
  currency: string;
  /** As they are shown: date and time are words, not keys. */
  bookingDetails: { expertName: string; date: string; time: string; duration: number };
  /** Our id of the payment, and the gateway's id of its order. */
  onSuccess: (paymentId: string, orderId: string) => void;
  /** The gateway's reason, or our code, for a payment that did not come about. */
  onFailure: (error: string) => void;
  onClose: () => void;
  /** The order to pay; until it is there, the payment is being prepared. */
  order?: CheckoutOrder | undefined;
  /** Whether the checkout opens as soon as there is an order. */
  autoOpen?: boolean;
  prefill?: Prefill;
  /** The zone of "held until". */
  zone?: string;
  /** Called with the new session just before `onSuccess`. */
  onBooked?: (session: Session) => void;
  onReleased?: () => void;
  onHoldAgain?: () => void;
  onChooseAnother?: () => void;
  opener?: FocusTarget;
};

const noPrefill: Prefill = {};

/**
 * The fourth step: the gateway's checkout, and what there is to say before, after and instead of it.
 * Our dialog is gone from the page while the checkout is open: two focus traps at once let nobody type.
 */
export function PaymentModal({ bookingDetails, order, autoOpen = true, ...props }: PaymentModalProps) {
  const { expertName, time, duration } = bookingDetails;
  const { amount, currency, onSuccess, onFailure, onClose } = props;
  const {
    zone = browserZone() ?? fallbackZone,
    prefill = noPrefill,
    onChooseAnother = onClose,
    onReleased = onClose,
    onHoldAgain,
    opener,
  } = props;
  const [asking, setAsking] = useState(false);
  const run = usePayment({
    order,
    autoOpen,
    description: words.sessionWith(expertName, duration),
    prefill,
    onBooked: (session, orderId) => {
      props.onBooked?.(session);
      onSuccess(session.paymentId ?? order?.paymentId ?? '', orderId);
    },
    onFailure,
    onReleased,
  });
  const { phase } = run.state;
  useInertApp(phase === 'paying');

  if (phase === 'paying' && order !== undefined) {
    return (
      <CheckoutPanel
        order={order}
        time={time}
        zone={zone}
        isShown={run.isShown}
        onOpenAgain={() => run.dispatch({ type: 'open-requested' })}
        onCancel={() => run.dispatch({ type: 'dismissed' })}
      />
    );
  }
  const close = () => (isHeld(phase) && !asking ? setAsking(true) : onClose());
  return (
    <Modal
      steady
      open
      title={words.modalTitle(expertName)}
      onClose={close}
      {...(opener === undefined ? {} : { opener })}
    >
      <div className="flex flex-col gap-5">
        <StepHeading step="payment" />
        <PaymentSummary amount={amount} currency={currency} details={bookingDetails} />
        {asking && isHeld(phase) && order !== undefined ? (
          <KeepOrRelease order={order} zone={zone} run={run} onKeep={onClose} />
        ) : (
          <PaymentStatus
            order={order}
            run={run}
            time={time}
            zone={zone}
            email={prefill.email}
            onHoldAgain={onHoldAgain}
            onChooseAnother={onChooseAnother}
          />
        )}
        {run.release.isError && phase !== 'lost' && <p role="alert">{payment.releaseFailed}</p>}
      </div>
    </Modal>
  );
}
