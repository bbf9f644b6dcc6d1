import { CreditCard } from 'lucide-react';
import { createPortal } from 'react-dom';
import { Button } from '../../../components/ui/index.ts';
import type { CheckoutOrder } from '../checkout-order.ts';
import { words } from '../payment/words.ts';
import { HoldCountdown } from './HoldCountdown.tsx';

type CheckoutPanelProps = {
  order: CheckoutOrder;
  time: string;
  zone: string;
  isShown: boolean;
  onOpenAgain: () => void;
  onCancel: () => void;
};

/**
 * What stands beside the gateway's window while the app is inert: a way out, should that window die. It is no dialog,
 * traps nothing, and lies under the gateway's overlay.
 */
export function CheckoutPanel({ order, time, zone, isShown, onOpenAgain, onCancel }: CheckoutPanelProps) {
  return createPortal(
    <section
      aria-label={words.open}
      className="fixed inset-x-4 bottom-4 z-40 mx-auto flex max-w-100 flex-col gap-3 card p-4 shadow-modal"
    >
      <output className="flex items-center gap-2 font-semibold">
        <CreditCard aria-hidden className="size-5" />
        {isShown ? words.open : words.opening}
      </output>
      <p className="text-small text-muted">{words.openText}</p>
      <HoldCountdown order={order} time={time} zone={zone} onEnd={() => undefined} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={onOpenAgain}>
          {words.openAgain}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          {words.cancelPayment}
        </Button>
      </div>
    </section>,
    document.body,
  );
}
