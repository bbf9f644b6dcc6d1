export { loadBookingFlow } from './load-booking-flow.ts';
export { loadBookingTabs } from './load-booking-tabs.ts';
export { bookingPages } from './pages/index.ts';
export { bookingPagePath, bookingPath } from './wizard/write-address.ts';
