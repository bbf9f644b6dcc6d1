import type { Session } from '@serene/shared/contracts';
import { fallbackZone } from '@serene/shared/scheduling';
import { useState, type ReactNode } from 'react';
import { browserZone } from '../../../lib/time/zones.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { Prefill } from '../payment/prefill.ts';
import { isHeld } from '../payment/state.ts';
import { useInertApp } from '../payment/use-inert-app.ts';
import { usePayment } from '../payment/use-payment.ts';
import { words } from '../words.ts';
import { CheckoutPanel } from './CheckoutPanel.tsx';
import { PaymentStatus, usePaymentTrouble } from './PaymentStatus.tsx';
import { PaymentSummary } from './PaymentSummary.tsx';

/** What the payment stands in: a dialog or a page. `close` asks what becomes of the hold before it leaves. */
export type PaymentFrame = (content: ReactNode, close: () => void) => ReactNode;

export type PaymentFlowProps = {
  renderFrame: PaymentFrame;
  heading: ReactNode;
  /** Major units. */
  amount: number;
  currency: string;
  /** As they are shown: date and time are words, not keys. */
  bookingDetails: { title?: string | undefined; expertName: string; date: string; time: string; duration: number };
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
  /** The checkout was closed without a try that failed. */
  onCancelled?: () => void;
  onReleased?: () => void;
  onHoldAgain?: () => void;
  onChooseAnother?: () => void;
};

const noPrefill: Prefill = {};

/**
 * The gateway's checkout, and what there is to say before, after and instead of it. Our frame is gone from the page while
 * the checkout is open: two focus traps at once let nobody type.
 */
export function PaymentFlow({
  renderFrame,
  heading,
  bookingDetails,
  order,
  autoOpen = true,
  ...props
}: PaymentFlowProps) {
  const { expertName, time, duration } = bookingDetails;
  const { amount, currency, onSuccess, onFailure, onClose } = props;
  const { zone = browserZone() ?? fallbackZone, prefill = noPrefill } = props;
  const { onChooseAnother = onClose, onReleased = onClose, onHoldAgain } = props;
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
    onFailure: (reason) => (reason === null ? props.onCancelled?.() : onFailure(reason)),
    onReleased,
  });
  const { phase } = run.state;
  useInertApp(phase === 'paying');
  usePaymentTrouble();

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
  return renderFrame(
    <div className="flex flex-col gap-5">
      {heading}
      <PaymentSummary amount={amount} currency={currency} details={bookingDetails} />
      <PaymentStatus
        order={order}
        run={run}
        time={time}
        zone={zone}
        email={prefill.email}
        onKeep={asking && isHeld(phase) ? onClose : undefined}
        onHoldAgain={onHoldAgain}
        onChooseAnother={onChooseAnother}
      />
    </div>,
    () => (isHeld(phase) && !asking ? setAsking(true) : onClose()),
  );
}
