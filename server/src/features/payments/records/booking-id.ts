import type { Types } from 'mongoose';
import type { PaymentRecord } from './payment-model.ts';

/** The booking that a payment pays for: its id becomes the session's (rules M3 and N1). */
export function bookingIdOf({ _id, bookingId }: Pick<PaymentRecord, '_id' | 'bookingId'>): Types.ObjectId {
  return bookingId ?? _id;
}
