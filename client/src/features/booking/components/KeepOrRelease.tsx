import { Alert, Button } from '../../../components/ui/index.ts';
import { clockTime } from '../../../lib/time/format.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { PaymentRun } from '../payment/use-payment.ts';
import { troubleWords as words } from '../payment/trouble-words.ts';

type KeepOrReleaseProps = { order: CheckoutOrder; zone: string; run: PaymentRun; onKeep: () => void };

/** Asked on the way out: closing must neither drop nor keep a hold in silence. */
export function KeepOrRelease({ order, zone, run, onKeep }: KeepOrReleaseProps) {
  return (
    <Alert
      tone="info"
      live="assertive"
      title={words.keepOrRelease}
      actions={
        <>
          <Button onClick={onKeep}>{words.keep}</Button>
          <Button variant="secondary" busy={run.release.isPending ? words.releasing : undefined} onClick={run.giveBack}>
            {words.release}
          </Button>
        </>
      }
    >
      {order.holdExpiresAt !== null && words.keepText(clockTime(order.holdExpiresAt, zone))}
    </Alert>
  );
}
