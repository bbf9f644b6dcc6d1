import { useEffect, useEffectEvent, useState } from 'react';
import type { CheckoutConstructor } from './load-checkout.ts';
import type { CheckoutInput } from './open-checkout.ts';
import type * as checkoutWindow from './checkout-window.ts';

type CheckoutWindow = typeof checkoutWindow;

type CheckoutUse = Omit<CheckoutInput, 'order'> & {
  order: CheckoutInput['order'] | undefined;
  /** Which opening shall be on screen, counted from one; null for none. The next number opens the checkout anew. */
  opening: number | null;
  onBlocked: () => void;
};

/**
 * Keeps the gateway's checkout open while `opening` says so; tells whether it is there yet. Where its frame does not work,
 * the whole window goes to the gateway's own page instead.
 */
export function useCheckout({ order, opening, onBlocked, ...input }: CheckoutUse): boolean {
  const [shown, setShown] = useState(false);
  const blocked = useEffectEvent(onBlocked);
  const show = useEffectEvent((part: CheckoutWindow, Checkout: CheckoutConstructor, isWanted: () => boolean) => {
    if (order === undefined) return undefined;
    const { onPaid, onAttemptFailed, onDismissed } = input.events;
    return part.openCheckout(Checkout, {
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

  const leave = useEffectEvent((part: CheckoutWindow) => {
    if (order !== undefined) part.leaveForHostedCheckout({ ...input, order });
  });

  const url = order?.checkoutUrl;
  useEffect(() => {
    if (opening === null || url === undefined) return;
    let wanted = true;
    let close: (() => void) | undefined;
    let unwatch: (() => void) | undefined;
    const instead = (part: CheckoutWindow) => {
      if (!wanted) return;
      // What is open closes without a word: it was no dismissal.
      wanted = false;
      close?.();
      close = undefined;
      leave(part);
    };
    const open = async (part: CheckoutWindow) => {
      const isInApp = part.isInAppBrowser(navigator.userAgent);
      try {
        const Checkout = await part.loadCheckout(url);
        if (!wanted) return;
        if (!isInApp && !part.hasFrames()) {
          instead(part);
          return;
        }
        unwatch = part.watchFrame({ onFailed: () => instead(part) });
        close = show(part, Checkout, () => wanted);
        setShown(true);
      } catch (error) {
        unwatch?.();
        if (!wanted) return;
        if (error instanceof part.CheckoutUnavailable && !isInApp) blocked();
        // Whatever kept the checkout from opening here, the gateway's own page needs none of it.
        else instead(part);
      }
    };
    const load = async () => {
      let part: CheckoutWindow;
      try {
        part = await import('./checkout-window.ts');
      } catch {
        if (wanted) blocked();
        return;
      }
      await open(part);
    };
    void load();
    return () => {
      wanted = false;
      unwatch?.();
      setShown(false);
      close?.();
    };
  }, [opening, url]);
  return shown;
}
