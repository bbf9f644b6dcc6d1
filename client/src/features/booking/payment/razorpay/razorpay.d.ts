/** The gateway's `checkout.js`, loaded at run time (Razorpay "Web integration", standard checkout). */
type RazorpaySuccess = {
  razorpay_payment_id: string;
  razorpay_order_id: string;
  razorpay_signature: string;
};

type RazorpayFailure = {
  error: {
    code: string;
    description: string;
    source: string;
    step: string;
    reason: string;
    metadata: { order_id: string; payment_id: string };
  };
};

type RazorpayOptions = {
  key: string;
  /** Minor units. */
  amount: number;
  currency: string;
  order_id: string;
  name: string;
  /** Must begin with a letter or a digit. */
  description?: string;
  handler: (response: RazorpaySuccess) => void;
  /** Where the outcome is posted to by a form. */
  callback_url: string;
  /** Whether the whole window goes to the gateway and comes back by `callback_url`; then `handler` is never called. */
  redirect: boolean;
  prefill?: { name?: string; email?: string; contact?: string };
  theme?: { color?: string };
  /** Seconds until the checkout closes by itself. */
  timeout?: number;
  retry?: { enabled: boolean; max_count?: number };
  modal?: { ondismiss?: () => void; confirm_close?: boolean };
};

interface RazorpayCheckout {
  open(): void;
  /** In the gateway's bindings, not in its option page: may be absent. */
  close?(): void;
  on(event: 'payment.failed', listener: (failure: RazorpayFailure) => void): void;
}

interface Window {
  Razorpay?: new (options: RazorpayOptions) => RazorpayCheckout;
}
