/** The pages of this feature, each fetched when it is opened. */
export const bookingPages = {
  success: async () => (await import('./PaymentSuccess.tsx')).PaymentSuccess,
  confirmation: async () => (await import('./BookingConfirmation.tsx')).BookingConfirmation,
  pay: async () => (await import('./PayPage.tsx')).PayPage,
  failed: async () => (await import('./PaymentFailed.tsx')).PaymentFailed,
};
