import type { Checkout, PaymentReport } from '@serene/shared/contracts';
import type { CheckoutOrder } from '../checkout-order.ts';
import type { Prefill } from './prefill.ts';

export type CheckoutEvents = {
  /** The gateway took a payment; only the server can say what it is worth. */
  onPaid: (report: PaymentReport) => void;
  /** One attempt failed. Never final: the customer may try again in the same window. */
  onAttemptFailed: (reason: string) => void;
  /** The window closed without a payment that we know of. */
  onDismissed: () => void;
};

export type CheckoutInput<Kind extends Checkout['kind'] = Checkout['kind']> = {
  order: CheckoutOrder & { checkout: Extract<Checkout, { kind: Kind }> };
  description: string;
  prefill: Prefill;
  events: CheckoutEvents;
};

/**
 * What became of opening a checkout: it is on screen, the whole window goes to the gateway's page, or nothing of it could
 * be had.
 */
export type CheckoutOpening = 'shown' | 'left' | 'blocked';

/** Opens a checkout, and closes it again without a word once `ending` is aborted. */
export type OpenCheckout<Kind extends Checkout['kind']> = (
  input: CheckoutInput<Kind>,
  ending: AbortSignal,
) => Promise<CheckoutOpening>;
