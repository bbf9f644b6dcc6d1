import type { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import {
  assertShown,
  BookingExists,
  holdSlot,
  prepareHold,
  withNearest,
  type CreateOrderDependencies,
} from '../../payments/index.ts';
import { bookFreeSession } from '../free/book-free-session.ts';
import type { ReadWish } from './read-wish.ts';

type Booking = ReadWish & {
  bookingId: Types.ObjectId;
  network: string | null;
  /** The lapsed booking that it tries again (rule B5). */
  retryOf?: Types.ObjectId;
};

/**
 * Books what is free, and holds what is to be paid, without a checkout (rule B4).
 * @returns the booking's id, which is of a booking that the person had already where they ask for it again
 * @throws AppError as `holdSlot` and `bookFreeSession`
 */
export async function book(
  dependencies: CreateOrderDependencies,
  { wish, shown, isFree, bookingId, network, retryOf }: Booking,
): Promise<Types.ObjectId> {
  if (isFree) {
    if (shown) assertShown({ amountMinor: 0, currency: shown.currency }, shown);
    const booked = await bookWhileFree(dependencies, { wish, network, bookingId });
    if (booked) return booked;
  }
  // What was free a moment ago and has a price now is told as a price that changed.
  const seen = isFree ? { amountMinor: 0, currency: shown?.currency ?? '' } : shown;
  const wanted = await prepareHold({ wish, shown: seen, network, bookingId, ...(retryOf ? { retryOf } : {}) });
  try {
    const { payment } = await holdSlot(wanted, dependencies);
    return payment.bookingId ?? payment._id;
  } catch (error) {
    // A request with the same key was faster: it is the same booking.
    if (error instanceof BookingExists && !retryOf) return bookingId;
    throw await withNearest(error, wanted, dependencies.clock);
  }
}

/** @returns null where it has a price by now */
async function bookWhileFree(
  dependencies: CreateOrderDependencies,
  booking: Pick<Booking, 'wish' | 'network' | 'bookingId'>,
): Promise<Types.ObjectId | null> {
  try {
    return (await bookFreeSession(dependencies, booking)).session._id;
  } catch (error) {
    if (error instanceof AppError && error.code === 'PAYMENT_NOT_VERIFIED') return null;
    throw error;
  }
}
