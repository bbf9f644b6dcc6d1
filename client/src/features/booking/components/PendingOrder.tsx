import type { User } from '@serene/shared/contracts';
import { Link, Navigate } from 'react-router-dom';
import { buttonClass, PageHeading } from '../../../components/ui/index.ts';
import { supportLink } from '../../../lib/config.ts';
import { useOrder } from '../api/order.ts';
import { failedOrderState } from '../failed-order-state.ts';
import { words } from '../page-words.ts';
import { successPath } from '../paths.ts';
import { ConfirmingPayment } from './ConfirmingPayment.tsx';
import { FailedOrder, type FailedOrderProps } from './FailedOrder.tsx';

/** A payment that the gateway reported and that is not decided yet: it is waited for here, and leads on by itself. */
export function PendingOrder(props: FailedOrderProps & { user: User }) {
  const { data: order, error } = useOrder(props.paymentId, { enabled: true, every: 2000 });
  const state = order && failedOrderState(order);
  if (order?.session !== undefined) return <Navigate replace to={successPath(order.session.id, order.paymentId)} />;
  if (state === 'refunded' || (error !== null && order === undefined)) return <FailedOrder {...props} />;
  return (
    <div className="page flex max-w-140 flex-col gap-5 py-8 md:py-12">
      <PageHeading title={words.yourBooking} />
      <ConfirmingPayment email={props.user.email} />
      <Link to="/dashboard" className={buttonClass('secondary')}>
        {words.dashboard}
      </Link>
      <p className="flex flex-wrap items-center gap-x-4 border-t border-line pt-4 text-small text-muted">
        <a href={supportLink(props.paymentId)} className={buttonClass('quiet')}>
          {words.support}
        </a>
        <span className="wrap-anywhere">{words.reference(props.paymentId)}</span>
      </p>
    </div>
  );
}
