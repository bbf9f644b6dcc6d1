/** Where orders and bookings lie in the cache. */
export const bookingKeys = {
  order: (paymentId: string) => ['order', paymentId] as const,
  one: (bookingId: string) => ['booking', bookingId] as const,
  reported: ['reported-payment'],
} as const;
