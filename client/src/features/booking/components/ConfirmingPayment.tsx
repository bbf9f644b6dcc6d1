import { LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Alert } from '../../../components/ui/index.ts';
import { useOnline } from '../../../lib/use-online.ts';
import { words } from '../payment/words.ts';

type ConfirmingPaymentProps = { email: string | undefined };

/** After this long people begin to doubt, and are told that their money is safe. */
const longMs = 30_000;

/** The payment was reported and its session is not known yet: the one thing not to do is to pay again. */
export function ConfirmingPayment({ email }: ConfirmingPaymentProps) {
  const [isLong, setIsLong] = useState(false);
  const online = useOnline();
  useEffect(() => {
    const timer = window.setTimeout(() => setIsLong(true), longMs);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <>
      <Alert
        tone="info"
        live="polite"
        title={
          <span className="flex items-center gap-2">
            {words.confirming}
            <LoaderCircle aria-hidden className="size-4 animate-spin" />
          </span>
        }
      >
        {isLong ? words.confirmingLong : words.confirmingText(email)}
      </Alert>
      {!online && (
        <Alert tone="warn" live="assertive" title={words.offline}>
          {words.offlineConfirming}
        </Alert>
      )}
    </>
  );
}
