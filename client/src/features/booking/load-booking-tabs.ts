/** Fetches the booking page's own part: its calendar comes when somebody is about to book. */
export async function loadBookingTabs() {
  return (await import('./tabs/BookingTabs.tsx')).BookingTabs;
}
