import { Link, useLocation, useSearchParams } from 'react-router-dom';
import { buttonClass } from '../../../components/ui/index.ts';
import { RequireUser, signInPath, useCurrentUser } from '../../auth/index.ts';
import { FailedFrame } from '../components/FailedFrame.tsx';
import { FailedOrder } from '../components/FailedOrder.tsx';
import { PendingOrder } from '../components/PendingOrder.tsx';
import { ReportedPayment } from '../components/ReportedPayment.tsx';
import { paymentReference } from '../payment-reference.ts';
import { failureOf, type Failure } from '../payment/failures.ts';
import { words } from '../page-words.ts';

/**
 * `/booking/failed?error=&paymentId=`: what failed, in our words, and every way on. The text of `error` is never shown.
 * Older addresses have `orderId`, the gateway's id of the checkout.
 */
export function PaymentFailed() {
  const [search, setSearch] = useSearchParams();
  const { data: visitor } = useCurrentUser();
  const failure = failureOf(search.get('error'));
  const paymentId = search.get('paymentId') ?? search.get('orderId') ?? '';
  if (!paymentReference.test(paymentId)) {
    return (
      <FailedFrame failure={failure}>
        <Link to="/experts" className={buttonClass('primary')}>
          {words.findExpert}
        </Link>
      </FailedFrame>
    );
  }
  if (visitor === null)
    return <ReportedPayment otherwise={<FailedUnknown failure={failure} paymentId={paymentId} />} />;
  const Order = failure === 'pending' ? PendingOrder : FailedOrder;
  return (
    <RequireUser>
      {(user) => (
        <Order
          user={user}
          paymentId={paymentId}
          failure={failure}
          onFailedAgain={(error) => setSearch({ error, paymentId }, { replace: true })}
        />
      )}
    </RequireUser>
  );
}

/** For a browser in which nobody is signed in: what failed is said at once, the order is shown after the sign-in. */
function FailedUnknown({ failure, paymentId }: { failure: Failure; paymentId: string }) {
  const { pathname, search } = useLocation();
  return (
    <FailedFrame failure={failure} reference={paymentId} facts={<p className="text-muted">{words.failedSignIn}</p>}>
      <Link to={signInPath(pathname + search)} className={buttonClass('primary')}>
        {words.signIn}
      </Link>
    </FailedFrame>
  );
}
