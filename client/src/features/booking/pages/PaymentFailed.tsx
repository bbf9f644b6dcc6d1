import { Link, useSearchParams } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { RequireUser } from '../../auth/index.ts';
import { FailedFrame } from '../components/FailedFrame.tsx';
import { FailedOrder } from '../components/FailedOrder.tsx';
import { failureOf } from '../payment/failures.ts';
import { words } from './words.ts';

/** `/booking/failed?error=&orderId=`: what failed, in our words, and every way on. The text of `error` is never shown. */
export function PaymentFailed() {
  const [search, setSearch] = useSearchParams();
  const failure = failureOf(search.get('error'));
  const orderId = search.get('orderId') ?? '';
  if (!/^order_[A-Za-z0-9]{14}$/.test(orderId)) {
    return (
      <FailedFrame failure={failure}>
        <Link to="/experts" className={buttonClass('primary')}>
          {words.findExpert}
        </Link>
      </FailedFrame>
    );
  }
  return (
    <RequireUser>
      {(user) => (
        <FailedOrder
          user={user}
          orderId={orderId}
          failure={failure}
          onFailedAgain={(error) => setSearch({ error, orderId }, { replace: true })}
        />
      )}
    </RequireUser>
  );
}
