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
