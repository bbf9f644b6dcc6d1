import type { CheckoutInput, CheckoutOpening } from '../checkout-port.ts';
import { leaveForHostedPage } from './hosted-page.ts';
import { isInAppBrowser } from './in-app-browser.ts';
import { CheckoutUnavailable, loadScript } from './load-script.ts';
import { openPopup } from './open-popup.ts';
import { hasFrames, watchFrame } from './watch-frame.ts';

/**
 * Opens the gateway's window in the page. Where its frame does not work, the whole window goes to the gateway's own page
 * instead, which needs none.
 */
export async function openCheckout(input: CheckoutInput<'popup'>, ending: AbortSignal): Promise<CheckoutOpening> {
  // What was closed while this code was on its way never opens.
  if (ending.aborted) return 'left';
  const over = new AbortController();
  const { signal } = over;
  ending.addEventListener('abort', () => over.abort());
  const leave = (): CheckoutOpening => {
    // What is open closes without a word: it was no dismissal.
    if (!signal.aborted) {
      over.abort();
      leaveForHostedPage(input);
    }
    return 'left';
  };
  const isInApp = isInAppBrowser(navigator.userAgent);
  try {
    const Popup = await loadScript(input.order.checkout.script);
    if (signal.aborted) return 'left';
    if (!isInApp && !hasFrames()) return leave();
    signal.addEventListener('abort', watchFrame({ onFailed: leave }));
    signal.addEventListener('abort', openPopup(Popup, { ...input, events: until(signal, input.events) }));
    return 'shown';
  } catch (error) {
    // Whatever kept the window from opening here, the gateway's own page needs none of it.
    return error instanceof CheckoutUnavailable && !isInApp ? 'blocked' : leave();
  }
}

/** Closing a window from here may report a dismissal, which is none. */
function until(signal: AbortSignal, events: CheckoutInput['events']): CheckoutInput['events'] {
  return {
    onPaid: (report) => !signal.aborted && events.onPaid(report),
    onAttemptFailed: (reason) => !signal.aborted && events.onAttemptFailed(reason),
    onDismissed: () => !signal.aborted && events.onDismissed(),
  };
}
