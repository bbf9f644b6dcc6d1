import { AppError } from '../../../errors.ts';
import { findUsersByIds, type UserRecord } from '../../auth/index.ts';
import { findExpertById, type ExpertRecord } from '../../experts/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';

/** Whom a booking brings together, and the account that the expert's mails go to. */
export type BookedPeople = { expert: ExpertRecord; customer: UserRecord; expertAccount: UserRecord };

/** Reads them before the booking's transaction, since they are no part of what it decides. @throws AppError INTERNAL */
export async function findBookedPeople(payment: PaymentRecord): Promise<BookedPeople> {
  const expert = await findExpertById(payment.expertId);
  const users = expert ? await findUsersByIds([payment.userId, expert.userId]) : [];
  const customer = users.find(({ _id }) => _id.equals(payment.userId));
  const expertAccount = users.find(({ _id }) => expert?.userId.equals(_id));
  if (!expert || !customer || !expertAccount) {
    throw new AppError('INTERNAL', 'The expert or the customer of a payment is missing.');
  }
  return { expert, customer, expertAccount };
}
