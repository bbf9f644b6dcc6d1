import { isDeepStrictEqual } from 'node:util';
import type { Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { Principal } from '../../../http/principal.ts';
import { findBookingRecord, type BookingRecord } from '../../booking-records/index.ts';
import type { Offer } from '../../experts/index.ts';
import { findOffer, offerChanged, readDetails } from '../../offers/index.ts';
import { BookingExists, releaseOrder, type CreateOrderDependencies } from '../../payments/index.ts';
import { book } from './book.ts';
import { findBooking, type FoundBooking } from './find-booking.ts';

type Retry = { id: Types.ObjectId; bookingId: Types.ObjectId; principal: Principal; network: string | null };

/**
 * Holds the time of a lapsed booking again, as a new booking with the same wish (rule B5). Its old checkout is asked
 * first: money that came meanwhile settles it. Two presses get one retry.
 * @returns the booking that is to be paid; or the old one where it is held still, or was paid after all
 * @throws AppError PRICE_CHANGED, OFFER_CHANGED where what was shown has changed, INVALID_TRANSITION once it was cancelled
 *   or while a payment is on its way, and as `holdSlot`
 */
export async function retryBooking(
  dependencies: CreateOrderDependencies,
  { id, bookingId, principal, network }: Retry,
): Promise<Types.ObjectId> {
  const found = await findBooking(id, principal, dependencies.clock.now());
  const { record, payment, hold, session } = found;
  if (!found.payment?.userId.equals(principal.userId)) return refuse();
  if (hold || session) return session && session.status === 'cancelled' ? refuse() : id;
  if (!record || !payment) return refuse();
  // Tried again before: that one is gone on with, and where it has lapsed, too, it is the one to try again.
  if (record.retriedAs) return retryBooking(dependencies, { id: record.retriedAs, bookingId, principal, network });
  const release = await releaseOrder(dependencies, { reference: payment._id.toHexString(), userId: principal.userId });
  if (release.outcome === 'settled') return id;
  if (release.outcome !== 'released') return refuse();
  await assertShownStill(found, record);
  try {
    return await book(dependencies, { ...wishOf(record), bookingId, network, retryOf: record._id });
  } catch (error) {
    if (!(error instanceof BookingExists)) throw error;
    const retried = (await findBookingRecord(record._id))?.retriedAs;
    return retried ?? bookingId;
  }
}

function refuse(): never {
  throw new AppError('INVALID_TRANSITION', 'This booking cannot be tried again. Choose a time again.');
}

/** @throws AppError OFFER_CHANGED where the offer has other terms, or asks something else, than when it was booked */
async function assertShownStill({ expert, payment }: FoundBooking, record: BookingRecord): Promise<void> {
  const offer = await findOffer(expert, record.sessionTypeId);
  const isSame =
    offer.durations.includes(record.duration) &&
    isDeepStrictEqual(offer.policy, record.policy) &&
    offer.requiresApproval === (payment?.booking.requiresApproval ?? offer.requiresApproval) &&
    isAnswered(offer, record);
  if (!isSame) throw await offerChanged(expert);
}

/** Whether what was told answers what the offer asks now. */
function isAnswered(offer: Offer, record: BookingRecord): boolean {
  try {
    readDetails(offer, toldOf(record));
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'VALIDATION_FAILED') return false;
    throw error;
  }
}

function wishOf(record: BookingRecord) {
  const { expertId, sessionTypeId, duration, startsAt, clientTimezone, userId } = record;
  return {
    wish: { expertId, sessionTypeId, duration, startsAt, clientTimezone, userId, ...toldOf(record) },
    shown: { amountMinor: record.amountMinor, currency: record.currency },
    isFree: false,
  };
}

function toldOf({ answers, pathway, notes }: BookingRecord) {
  return { answers: answers.map(({ questionId, answer }) => ({ questionId, answer })), pathway, notes };
}
