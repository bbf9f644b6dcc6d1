import { Button, LoadFailed } from '../../../components/ui/index.ts';
import { hasCode } from '../../../lib/api/errors.ts';
import { words as payment } from '../payment/words.ts';
import type { Hold } from '../wizard/use-hold.ts';
import { words } from '../words.ts';

type OrderLookupFailedProps = { hold: Hold; onGoBack: () => void };

/** The order in the address could not be found again: somebody else's link, an ended sign-in, or a fault. */
export function OrderLookupFailed({ hold, onGoBack }: OrderLookupFailedProps) {
  const { error, refetch } = hold.lookup;
  const isSignedOut = hasCode(error, 'UNAUTHENTICATED');
  return (
    <>
      <LoadFailed title={payment.lookupFailed} error={error} onRetry={() => void refetch()} />
      <div className="flex flex-wrap gap-2">
        {isSignedOut && <Button onClick={hold.signIn}>{words.signIn}</Button>}
        <Button variant="secondary" onClick={onGoBack}>
          {words.goBack}
        </Button>
      </div>
    </>
  );
}
