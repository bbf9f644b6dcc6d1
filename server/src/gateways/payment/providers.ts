/** Who can take the money. Each has a folder of its own here, and nothing else knows its words. */
export const paymentProviders = ['razorpay'] as const;
export type PaymentProvider = (typeof paymentProviders)[number];

/** The only one that there was when rows did not name theirs yet. */
export const firstProvider: PaymentProvider = paymentProviders[0];
