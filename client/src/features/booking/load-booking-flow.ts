/** Fetches the booking: the calendar and the payment come when somebody is about to book, not with the profile. */
export async function loadBookingFlow() {
  return (await import('./components/BookingFlow.tsx')).BookingFlow;
}
