import { Alert, Button } from '../../../components/ui/index.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { troubleWords as words } from '../payment/trouble-words.ts';
import type { PaymentRun } from '../payment/use-payment.ts';
import { words as payment } from '../payment/words.ts';
import { KeepOrRelease } from './KeepOrRelease.tsx';
import { UnfinishedPayment } from './UnfinishedPayment.tsx';

export type PaymentTroubleProps = {
  order: CheckoutOrder | undefined;
  run: PaymentRun;
  time: string;
  zone: string;
  /** Called with a hold that is kept; where it is there, the customer is leaving and asked what becomes of it. */
  onKeep: (() => void) | undefined;
  onHoldAgain: (() => void) | undefined;
  onChooseAnother: () => void;
};

/** A payment that did not take its course: why, and what can be done now. */
export function PaymentTrouble(props: PaymentTroubleProps) {
  const { run, order, zone, onKeep } = props;
  const { phase } = run.state;
  return (
    <>
      {onKeep !== undefined && order !== undefined ? (
        <KeepOrRelease order={order} zone={zone} run={run} onKeep={onKeep} />
      ) : (
        <Trouble {...props} />
      )}
      {run.release.isError && phase !== 'lost' && <p role="alert">{words.releaseFailed}</p>}
    </>
  );
}

function Trouble({ order, run, time, zone, onHoldAgain, onChooseAnother }: PaymentTroubleProps) {
  const { state } = run;
  switch (state.phase) {
    case 'refused':
      return <Alert tone="bad" live="assertive" title={words.refused} />;
    case 'ended':
      return (
        <Alert
          tone="warn"
          live="assertive"
          title={payment.ended}
          actions={
            <>
              {onHoldAgain !== undefined && <Button onClick={onHoldAgain}>{words.holdAgain}</Button>}
              <Button variant="secondary" onClick={onChooseAnother}>
                {words.chooseAnother}
              </Button>
            </>
          }
        >
          {state.attempted ? words.endedAttempted : words.endedUncharged}
        </Alert>
      );
    case 'lost': {
      const { title, text } = returnedWords(state.refund, order?.currency ?? '');
      return (
        <Alert
          tone="bad"
          live="assertive"
          title={title}
          actions={<Button onClick={onChooseAnother}>{words.bookAnother}</Button>}
        >
          {text}
        </Alert>
      );
    }
    default:
      return <UnfinishedPayment order={order} run={run} time={time} zone={zone} />;
  }
}
