import { useEffect, useEffectEvent, useState } from 'react';
import type { CheckoutInput, CheckoutOpening } from './checkout-port.ts';
import { openCheckout } from './open-checkout.ts';

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
  const open = useEffectEvent(async (ending: AbortSignal): Promise<CheckoutOpening | null> => {
    if (order === undefined) return null;
    // Without its code, which comes with the first opening, nothing of the checkout can be had either.
    return openCheckout({ ...input, order }, ending).catch((): CheckoutOpening => 'blocked');
  });

  const checkoutId = order?.checkout.id;
  useEffect(() => {
    if (opening === null || checkoutId === undefined) return;
    const ending = new AbortController();
    const show = async () => {
      const opened = await open(ending.signal);
      if (ending.signal.aborted) return;
      if (opened === 'shown') setShown(true);
      if (opened === 'blocked') blocked();
    };
    void show();
    return () => {
      ending.abort();
      setShown(false);
    };
  }, [opening, checkoutId]);
  return shown;
}
