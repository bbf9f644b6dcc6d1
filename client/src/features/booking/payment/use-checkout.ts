import { useEffect, useEffectEvent, useState } from 'react';
import { CheckoutUnavailable, loadCheckout, type CheckoutConstructor } from './load-checkout.ts';
import { openCheckout, type CheckoutInput } from './open-checkout.ts';

type CheckoutUse = Omit<CheckoutInput, 'order'> & {
  order: CheckoutInput['order'] | undefined;
  /** Which opening shall be on screen, counted from one; null for none. The next number opens the checkout anew. */
  opening: number | null;
  onBlocked: () => void;
};

/** Keeps the gateway's checkout open while `opening` says so; tells whether it is there yet. */
export function useCheckout({ order, opening, onBlocked, ...input }: CheckoutUse): boolean {
  const [shown, setShown] = useState(false);
  const blocked = useEffectEvent(onBlocked);
  const show = useEffectEvent((Checkout: CheckoutConstructor, isWanted: () => boolean) => {
    if (order === undefined) return undefined;
    const { onPaid, onAttemptFailed, onDismissed } = input.events;
    return openCheckout(Checkout, {
      ...input,
      order,
      // Closing a window from here may report a dismissal, which is none.
      events: {
        onPaid: (proof) => isWanted() && onPaid(proof),
        onAttemptFailed: (reason) => isWanted() && onAttemptFailed(reason),
        onDismissed: () => isWanted() && onDismissed(),
      },
    });
  });

  const url = order?.checkoutUrl;
  useEffect(() => {
    if (opening === null || url === undefined) return;
    let wanted = true;
    let close: (() => void) | undefined;
    const load = async () => {
      try {
        const Checkout = await loadCheckout(url);
        if (!wanted) return;
        close = show(Checkout, () => wanted);
        setShown(true);
      } catch (error) {
        if (!(error instanceof CheckoutUnavailable)) throw error;
        if (wanted) blocked();
      }
    };
    void load();
    return () => {
      wanted = false;
      setShown(false);
      close?.();
    };
  }, [opening, url]);
  return shown;
}
