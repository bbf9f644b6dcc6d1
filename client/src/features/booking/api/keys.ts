/** Where orders lie in the cache. */
export const bookingKeys = {
  order: (paymentId: string) => ['order', paymentId] as const,
  reported: ['reported-payment'],
} as const;
