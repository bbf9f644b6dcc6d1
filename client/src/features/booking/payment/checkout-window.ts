/** What opens the gateway's checkout, here or on a page of its own: one file of the build, fetched with the first opening. */
export { leaveForHostedCheckout } from './hosted-checkout.ts';
export { isInAppBrowser } from './in-app-browser.ts';
export { CheckoutUnavailable, loadCheckout } from './load-checkout.ts';
export { openCheckout } from './open-checkout.ts';
export { hasFrames, watchFrame } from './watch-frame.ts';
