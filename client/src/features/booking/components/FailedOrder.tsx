import type { OrderStatus, User } from '@serene/shared/contracts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { buttonClass, Button, LoadFailed, Loading, Skeleton } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { formatMoney } from '../../../lib/money.ts';
import { dayKey } from '../../../lib/time/days.ts';
import { clockTime, shortDayAndTime } from '../../../lib/time/format.ts';
import { useViewerZone } from '../../auth/index.ts';
import { useOrder } from '../api/order.ts';
import { failedOrderState } from '../failed-order-state.ts';
import { words } from '../page-words.ts';
import { successPath } from '../paths.ts';
import type { Failure } from '../payment/failures.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { bookingPath } from '../wizard/write-address.ts';
import { FailedFrame } from './FailedFrame.tsx';
import { ReportedPayment } from './ReportedPayment.tsx';
import { RetryPayment } from './RetryPayment.tsx';

export type FailedOrderProps = {
  user: User;
  paymentId: string;
  failure: Failure;
  onFailedAgain: (error: string) => void;
};

/** A failed payment whose order is known: it can be paid again while the slot is held, and held again after. */
export function FailedOrder({ user, paymentId, failure, onFailedAgain }: FailedOrderProps) {
  const { zone } = useViewerZone();
  const [isPaying, setIsPaying] = useState(false);
  const { data: order, error, refetch } = useOrder(paymentId, { enabled: !isPaying, every: 10_000 });
  const state = order && failedOrderState(order);
  if (order === undefined && hasCode(error, 'NOT_FOUND')) {
    return <ReportedPayment otherwise={<UnknownOrder failure={failure} paymentId={paymentId} />} />;
  }
  const known = order && state !== 'booked' && state !== 'refunded';
  return (
    <FailedFrame
      failure={state === 'booked' ? 'already-paid' : failure}
      said={order && state === 'refunded' ? returnedWords(order.refund ?? null, order.currency) : undefined}
      reference={paymentId}
      facts={
        <>
          {order === undefined && error === null && (
            <Loading label={words.failedLoading}>
              <Skeleton className="h-24" />
            </Loading>
          )}
          {error !== null && order === undefined && (
            <LoadFailed title={words.failedLoadFailed} error={error} onRetry={() => void refetch()} />
          )}
          {order && <OrderLine order={order} zone={zone} />}
        </>
      }
    >
      {state === 'booked' && order?.session && (
        <Link to={successPath(order.session.id, order.paymentId)} className={buttonClass('primary')}>
          {words.viewBooking}
        </Link>
      )}
      {state === 'held' && <Button onClick={() => setIsPaying(true)}>{words.tryAgain}</Button>}
      {known && state === 'ended' && (
        <Link to={bookAgain(order, 'confirm', zone)} className={buttonClass('primary')}>
          {words.holdAgain}
        </Link>
      )}
      {order && state !== 'booked' && (
        <>
          <Link to={bookAgain(order, 'select-time', zone)} className={buttonClass('secondary')}>
            {words.chooseAnother}
          </Link>
          <Link to={`/experts/${order.expert.slug}`} className={buttonClass('secondary')}>
            {words.backToProfile}
          </Link>
        </>
      )}
      {order && isPaying && (
        <RetryPayment
          order={order}
          user={user}
          zone={zone}
          onFailedAgain={onFailedAgain}
          onLeave={() => setIsPaying(false)}
        />
      )}
    </FailedFrame>
  );
}

/** An order of another account, or of none: whose it is is nobody's business. */
function UnknownOrder({ failure, paymentId }: Pick<FailedOrderProps, 'failure' | 'paymentId'>) {
  return (
    <FailedFrame failure={failure} reference={paymentId} facts={<p className="text-muted">{words.otherAccount}</p>}>
      <Link to="/dashboard" className={buttonClass('primary')}>
        {words.dashboard}
      </Link>
    </FailedFrame>
  );
}

function OrderLine({ order, zone }: { order: OrderStatus; zone: string }) {
  const time = shortDayAndTime(order.startsAt, zone);
  const state = failedOrderState(order);
  const amount = formatMoney(order.amount, order.currency);
  return (
    <div className="flex flex-col gap-2 rounded-card bg-surface-2 p-4">
      <p className="font-semibold">
        {order.expert.name}, {time}
      </p>
      <p className="text-muted">{words.orderLine(order.duration, amount)}</p>
      {state === 'held' && order.holdExpiresAt !== null && (
        <p>{words.held(time, clockTime(order.holdExpiresAt, zone))}</p>
      )}
      {state === 'ended' && <p>{words.ended}</p>}
    </div>
  );
}

function bookAgain(order: OrderStatus, step: 'confirm' | 'select-time', zone: string): string {
  const choice = { step, duration: order.duration, date: dayKey(order.startsAt, zone) };
  const { slug } = order.expert;
  return bookingPath(slug, step === 'confirm' ? { ...choice, startsAt: order.startsAt } : choice, order.sessionTypeId);
}
