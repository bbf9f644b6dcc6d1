export { loadBookingFlow } from './load-booking-flow.ts';
export { bookingPages } from './pages/index.ts';
export { bookingPath } from './wizard/write-address.ts';
