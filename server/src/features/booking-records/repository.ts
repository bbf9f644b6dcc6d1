import type { ClientSession, Types } from 'mongoose';
import { BookingModel, type BookingRecord } from './model.ts';

/** Inserts a booking, in the transaction of its hold or its free session (rule B2). */
export async function insertBooking(booking: BookingRecord, transaction: ClientSession): Promise<void> {
  await BookingModel.create([booking], { session: transaction });
}

/** Null for a booking of before there were rows of them, and for one that does not exist. */
export async function findBookingRecord(
  bookingId: Types.ObjectId,
  transaction?: ClientSession,
): Promise<BookingRecord | null> {
  return BookingModel.findById(bookingId)
    .session(transaction ?? null)
    .lean();
}

export async function findBookingRecords(bookingIds: readonly Types.ObjectId[]): Promise<BookingRecord[]> {
  return BookingModel.find({ _id: { $in: bookingIds } }).lean();
}

/** Names the claim that a booking has now, after its time was claimed again. */
export async function attachBookingClaim(
  bookingId: Types.ObjectId,
  claimId: Types.ObjectId,
  transaction: ClientSession,
): Promise<void> {
  await BookingModel.updateOne({ _id: bookingId }, { $set: { claimId } }, { session: transaction });
}

/** Whether a session type was ever held or booked (rule F3). */
export async function hasBookingOf(sessionTypeId: Types.ObjectId, transaction: ClientSession): Promise<boolean> {
  return (await BookingModel.findOne({ sessionTypeId }, { _id: 1 }).session(transaction).lean()) !== null;
}

/**
 * Notes that a lapsed booking is tried again (rule B5).
 * @returns false when it was already
 */
export async function markRetried(
  bookingId: Types.ObjectId,
  retriedAs: Types.ObjectId,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await BookingModel.updateOne(
    { _id: bookingId, retriedAs: null },
    { $set: { retriedAs } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}
