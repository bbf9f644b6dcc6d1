/** Where orders lie in the cache. */
export const bookingKeys = {
  order: (orderId: string) => ['order', orderId] as const,
  reported: ['reported-payment'],
} as const;
