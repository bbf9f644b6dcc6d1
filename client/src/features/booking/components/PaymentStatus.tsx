import { Suspense, useEffect } from 'react';
import { Alert } from '../../../components/ui/index.ts';
import { words } from '../payment/words.ts';
import { ConfirmingPayment } from './ConfirmingPayment.tsx';
import type { PaymentTroubleProps } from './PaymentTrouble.tsx';
import { lazyPart } from '../../../lib/lazy-part.ts';

const loadTrouble = () => import('./PaymentTrouble.tsx');
const PaymentTrouble = lazyPart(async () => (await loadTrouble()).PaymentTrouble);

type PaymentStatusProps = PaymentTroubleProps & { email: string | undefined };

/** Fetches what there is to say of a payment that is not finished, as long as there is a connection to do so. */
export function usePaymentTrouble(): void {
  useEffect(() => {
    // Where it fails, it is fetched when it is needed.
    loadTrouble().catch(() => undefined);
  }, []);
}

/** Where the payment stands, and what can be done now. */
export function PaymentStatus({ email, ...trouble }: PaymentStatusProps) {
  const preparing = <output className="block">{words.preparing}</output>;
  switch (trouble.run.state.phase) {
    case 'preparing':
    case 'paying':
      return preparing;
    case 'confirming':
      return <ConfirmingPayment email={email} />;
    case 'booked':
      return <Alert tone="ok" title={words.booked} />;
    default:
      return (
        <Suspense fallback={preparing}>
          <PaymentTrouble {...trouble} />
        </Suspense>
      );
  }
}
