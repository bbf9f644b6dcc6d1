import { useEffect, useEffectEvent, useState } from 'react';
import { leaveForHostedCheckout } from './hosted-checkout.ts';
import { isInAppBrowser } from './in-app-browser.ts';
import { CheckoutUnavailable, loadCheckout, type CheckoutConstructor } from './load-checkout.ts';
import { openCheckout, type CheckoutInput } from './open-checkout.ts';
import { hasFrames, watchFrame } from './watch-frame.ts';

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

  const leave = useEffectEvent(() => {
    if (order !== undefined) leaveForHostedCheckout({ ...input, order });
  });

  const url = order?.checkoutUrl;
  useEffect(() => {
    if (opening === null || url === undefined) return;
    const isInApp = isInAppBrowser(navigator.userAgent);
    let wanted = true;
    let close: (() => void) | undefined;
    const instead = () => {
      if (!wanted) return;
      // What is open closes without a word: it was no dismissal.
      wanted = false;
      close?.();
      close = undefined;
      leave();
    };
    let unwatch: (() => void) | undefined;
    const load = async () => {
      try {
        const Checkout = await loadCheckout(url);
        if (!wanted) return;
        if (!isInApp && !hasFrames()) {
          instead();
          return;
        }
        unwatch = watchFrame({ onFailed: instead });
        close = show(Checkout, () => wanted);
        setShown(true);
      } catch (error) {
        unwatch?.();
        if (!wanted) return;
        if (error instanceof CheckoutUnavailable && !isInApp) blocked();
        // Whatever kept the checkout from opening here, the gateway's own page needs none of it.
        else instead();
      }
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
