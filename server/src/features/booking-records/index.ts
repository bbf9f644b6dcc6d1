export { BookingModel, type BookingDetails, type BookingRecord } from './model.ts';
export {
  attachBookingClaim,
  findBookingRecord,
  findBookingRecords,
  hasBookingOf,
  insertBooking,
  markRetried,
} from './repository.ts';
