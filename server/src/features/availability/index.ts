export { nothingTold, readStart, type BookingWish } from './booking-wish.ts';
export { assertNotOneself, checkBookable, isOfferedForPayment } from './check-bookable.ts';
export { nearestFreeStarts } from './nearest-free-starts.ts';
export { availabilityRoutes } from './routes.ts';
export { loadSlotQuery } from './slot-query.ts';
