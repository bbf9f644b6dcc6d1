import { orderId } from './fixtures.ts';

/** What the gateway hands to the page after a payment. */
export const proof: RazorpaySuccess = {
  razorpay_order_id: orderId,
  razorpay_payment_id: 'pay_ABCDEFGHIJKLMN',
  razorpay_signature: 'signature',
};

/** Stands in for the gateway's checkout, the way its script would: a test plays the customer in it. */
export function installGateway() {
  const opened: RazorpayOptions[] = [];
  let fail: ((failure: RazorpayFailure) => void) | undefined;
  let closed = 0;
  window.Razorpay = class {
    readonly options: RazorpayOptions;
    constructor(options: RazorpayOptions) {
      this.options = options;
    }
    on(_event: 'payment.failed', listener: (failure: RazorpayFailure) => void) {
      fail = listener;
    }
    open() {
      opened.push(this.options);
    }
    close() {
      closed += 1;
      this.options.modal?.ondismiss?.();
    }
  };
  const last = (): RazorpayOptions => {
    const options = opened.at(-1);
    if (options === undefined) throw new Error('The checkout is not open.');
    return options;
  };
  return {
    opened,
    last,
    closed: () => closed,
    succeed: () => last().handler(proof),
    dismiss: () => last().modal?.ondismiss?.(),
    failAttempt: (reason: string) =>
      fail?.({
        error: {
          code: 'BAD_REQUEST_ERROR',
          description: '',
          source: 'customer',
          step: 'payment_authorization',
          reason,
          metadata: { order_id: orderId, payment_id: 'pay_ABCDEFGHIJKLMN' },
        },
      }),
  };
}

export type TestGateway = ReturnType<typeof installGateway>;
