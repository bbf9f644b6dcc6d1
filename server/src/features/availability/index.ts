export { assertDurationOffered, assertNotOneself, checkBookable, isOfferedForPayment } from './check-bookable.ts';
export { nearestFreeStarts } from './nearest-free-starts.ts';
export { parseBookingTime } from './parse-booking-time.ts';
export { availabilityRoutes } from './routes.ts';
export { loadSlotQuery } from './slot-query.ts';
