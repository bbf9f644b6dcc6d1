/** The pages of this feature, each fetched when it is opened. */
export const bookingPages = {
  success: async () => (await import('./PaymentSuccess.tsx')).PaymentSuccess,
  failed: async () => (await import('./PaymentFailed.tsx')).PaymentFailed,
};
