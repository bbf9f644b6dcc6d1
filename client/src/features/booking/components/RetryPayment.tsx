import { minuteMs } from '@serene/shared/time';
import type { OrderStatus, User } from '@serene/shared/contracts';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { longDay, timeRange } from '../../../lib/time/format.ts';
import { successPath } from '../paths.ts';
import { checkoutOrder } from '../checkout-order.ts';
import { prefillOf } from '../payment/prefill.ts';
import { PaymentModal } from './PaymentModal.tsx';

type RetryPaymentProps = {
  order: OrderStatus;
  user: User;
  zone: string;
  onFailedAgain: (error: string) => void;
  onLeave: () => void;
};

/** The same order paid once more: no second one is made. */
export function RetryPayment({ order, user, zone, onFailedAgain, onLeave }: RetryPaymentProps) {
  const navigate = useNavigate();
  const [payable] = useState(() => checkoutOrder(order));
  const endsAt = new Date(Date.parse(order.startsAt) + order.duration * minuteMs);
  return (
    <PaymentModal
      amount={order.amount}
      currency={order.currency}
      bookingDetails={{
        title: order.title ?? undefined,
        expertName: order.expert.name,
        date: longDay(order.startsAt, zone),
        time: timeRange(order.startsAt, endsAt, zone),
        duration: order.duration,
      }}
      order={payable}
      zone={zone}
      prefill={prefillOf(user)}
      onBooked={(session) => void navigate(successPath(session.id, session.paymentId), { replace: true })}
      onSuccess={() => undefined}
      onFailure={(error) => {
        onFailedAgain(error);
        onLeave();
      }}
      onClose={onLeave}
    />
  );
}
