import { Alert, Button } from '../../../components/ui/index.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { PaymentRun } from '../payment/use-payment.ts';
import { returnedWords } from '../payment/returned-words.ts';
import { words } from '../payment/words.ts';
import { ConfirmingPayment } from './ConfirmingPayment.tsx';
import { UnfinishedPayment } from './UnfinishedPayment.tsx';

type PaymentStatusProps = {
  order: CheckoutOrder | undefined;
  run: PaymentRun;
  time: string;
  zone: string;
  email: string | undefined;
  onHoldAgain: (() => void) | undefined;
  onChooseAnother: () => void;
};

/** Where the payment stands, and what can be done now: one answer for each phase. */
export function PaymentStatus({ order, run, time, email, onHoldAgain, onChooseAnother, zone }: PaymentStatusProps) {
  const { state } = run;
  switch (state.phase) {
    case 'preparing':
    case 'paying':
      return <output className="block">{words.preparing}</output>;
    case 'confirming':
      return <ConfirmingPayment email={email} />;
    case 'booked':
      return <Alert tone="ok" title={words.booked} />;
    case 'refused':
      return <Alert tone="bad" live="assertive" title={words.refused} />;
    case 'ended':
      return (
        <Alert
          tone="warn"
          live="assertive"
          title={words.ended}
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
    case 'unfinished':
    case 'blocked':
      return <UnfinishedPayment order={order} run={run} time={time} zone={zone} />;
  }
}
