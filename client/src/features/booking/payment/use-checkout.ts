import { useEffect, useEffectEvent, useState } from 'react';
import { openCheckout, type CheckoutInput } from './checkout-port.ts';

type CheckoutUse = Omit<CheckoutInput, 'order'> & {
  order: CheckoutInput['order'] | undefined;
  /** Which opening shall be on screen, counted from one; null for none. The next number opens the checkout anew. */
  opening: number | null;
  onBlocked: () => void;
};

/** Keeps the gateway's checkout open while `opening` says so; tells whether it is there yet. */
export function useCheckout({ order, opening, onBlocked, ...input }: CheckoutUse): boolean {
  const [shown, setShown] = useState(false);
  const open = useEffectEvent(async (ending: AbortSignal) => {
    if (order === undefined) return;
    // Without its code, which comes with the first opening, nothing of the checkout can be had either.
    const opened = await openCheckout({ ...input, order }, ending).catch(() => 'blocked' as const);
    if (ending.aborted) return;
    if (opened === 'shown') setShown(true);
    if (opened === 'blocked') onBlocked();
  });

  const checkoutId = order?.checkout.id;
  useEffect(() => {
    if (opening === null || checkoutId === undefined) return;
    const ending = new AbortController();
    void open(ending.signal);
    return () => {
      ending.abort();
      setShown(false);
    };
  }, [opening, checkoutId]);
  return shown;
}
