import { Alert, Button } from '../../../components/ui/index.ts';
import { useOnline } from '../../../lib/use-online.ts';
import { clockTime } from '../../../lib/time/format.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import { failureOf } from '../payment/failures.ts';
import type { PaymentRun } from '../payment/use-payment.ts';
import { failureWords, troubleWords as words } from '../payment/trouble-words.ts';
import { words as payment } from '../payment/words.ts';
import { HoldCountdown } from './HoldCountdown.tsx';

type UnfinishedPaymentProps = { order: CheckoutOrder | undefined; run: PaymentRun; time: string; zone: string };

/** The checkout is closed and nothing was paid that we know of: the hold stands, and the customer says what now. */
export function UnfinishedPayment({ order, run, time, zone }: UnfinishedPaymentProps) {
  const { state, dispatch, release, giveBack } = run;
  const online = useOnline();
  const blocked = state.phase === 'blocked';
  const failure = failureWords[failureOf(state.failure ?? 'dismissed')];
  const until = order?.holdExpiresAt ?? null;
  return (
    <>
      <Alert
        tone="warn"
        live="assertive"
        title={blocked ? words.blocked : failure.title}
        actions={
          <>
            <Button onClick={() => online && dispatch({ type: 'open-requested' })}>
              {blocked ? words.tryAgain : words.payNow}
            </Button>
            <Button variant="secondary" busy={release.isPending ? words.releasing : undefined} onClick={giveBack}>
              {words.release}
            </Button>
          </>
        }
      >
        {until !== null && <p>{words.heldForYou(time, clockTime(until, zone))}</p>}
        <p>{blocked ? words.blockedText : failure.text}</p>
      </Alert>
      {!online && (
        <Alert tone="warn" live="assertive" title={payment.offline}>
          {words.offlinePaying}
        </Alert>
      )}
      {order !== undefined && (
        <HoldCountdown order={order} time={time} zone={zone} onEnd={() => dispatch({ type: 'hold-ended' })} />
      )}
    </>
  );
}
