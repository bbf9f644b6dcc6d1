/** The page after a booking; `paymentId` is null where nothing was paid. */
export function successPath(sessionId: string, paymentId: string | null): string {
  const search = new URLSearchParams({ sessionId });
  if (paymentId !== null) search.set('paymentId', paymentId);
  return `/booking/success?${search.toString()}`;
}

/** The page after a payment that did not come about. */
export function failedPath(error: string, paymentId: string): string {
  return `/booking/failed?${new URLSearchParams({ error, paymentId }).toString()}`;
}

/** How a booking stands, whatever it is. */
export function confirmationPath(bookingId: string): string {
  return `/booking/confirmation?${new URLSearchParams({ bookingId }).toString()}`;
}

/** Where a booking that is held is paid. */
export function payPath(bookingId: string): string {
  return `/bookings/${bookingId}/pay`;
}
