import { Link, useLocation, useSearchParams } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { RequireUser, signInPath, useCurrentUser } from '../../auth/index.ts';
import { FailedFrame } from '../components/FailedFrame.tsx';
import { FailedOrder } from '../components/FailedOrder.tsx';
import { PendingOrder } from '../components/PendingOrder.tsx';
import { ReportedPayment } from '../components/ReportedPayment.tsx';
import { failureOf, type Failure } from '../payment/failures.ts';
import { words } from './words.ts';

/** `/booking/failed?error=&orderId=`: what failed, in our words, and every way on. The text of `error` is never shown. */
export function PaymentFailed() {
  const [search, setSearch] = useSearchParams();
  const { data: visitor } = useCurrentUser();
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
  if (visitor === null) return <ReportedPayment otherwise={<FailedUnknown failure={failure} orderId={orderId} />} />;
  const Order = failure === 'pending' ? PendingOrder : FailedOrder;
  return (
    <RequireUser>
      {(user) => (
        <Order
          user={user}
          orderId={orderId}
          failure={failure}
          onFailedAgain={(error) => setSearch({ error, orderId }, { replace: true })}
        />
      )}
    </RequireUser>
  );
}

/** For a browser in which nobody is signed in: what failed is said at once, the order is shown after the sign-in. */
function FailedUnknown({ failure, orderId }: { failure: Failure; orderId: string }) {
  const { pathname, search } = useLocation();
  return (
    <FailedFrame failure={failure} reference={orderId} facts={<p className="text-muted">{words.failedSignIn}</p>}>
      <Link to={signInPath(pathname + search)} className={buttonClass('primary')}>
        {words.signIn}
      </Link>
    </FailedFrame>
  );
}
