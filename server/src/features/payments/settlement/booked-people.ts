import { AppError } from '../../../errors.ts';
import { findUsersByIds, type UserRecord } from '../../auth/index.ts';
import { findBookingRecord, type BookingRecord } from '../../booking-records/index.ts';
import { findExpertById, type ExpertRecord } from '../../experts/index.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { PaymentRecord } from '../records/payment-model.ts';

/** Whom a booking brings together, with the account that the expert's mails go to, and what was told when it was made. */
export type BookedPeople = {
  expert: ExpertRecord;
  customer: UserRecord;
  expertAccount: UserRecord;
  /** Null for a booking of before there were rows of them (rule N1). */
  record: BookingRecord | null;
};

/** Reads them before the booking's transaction, since they are no part of what it decides. @throws AppError INTERNAL */
export async function findBookedPeople(payment: PaymentRecord): Promise<BookedPeople> {
  const [expert, record] = await Promise.all([
    findExpertById(payment.expertId),
    findBookingRecord(bookingIdOf(payment)),
  ]);
  const users = expert ? await findUsersByIds([payment.userId, expert.userId]) : [];
  const customer = users.find(({ _id }) => _id.equals(payment.userId));
  const expertAccount = users.find(({ _id }) => expert?.userId.equals(_id));
  if (!expert || !customer || !expertAccount) {
    throw new AppError('INTERNAL', 'The expert or the customer of a payment is missing.');
  }
  return { expert, customer, expertAccount, record };
}
