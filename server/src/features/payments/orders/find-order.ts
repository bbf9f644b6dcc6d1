import type { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import { findClaim, type ClaimRecord } from '../../claims/index.ts';
import { findExpertById, type ExpertRecord } from '../../experts/index.ts';
import { findBookingRecord } from '../../booking-records/index.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findOwnPayment } from '../records/payment-repository.ts';
import { describeSettlement, type Settlement } from '../settlement/settle.ts';

/** An order with all that its customer may want to know while they wait or try again. */
export type FoundOrder = {
  payment: PaymentRecord;
  /** Of the offer; null is the expert's hour. */
  title: string | null;
  /** Null once the hold is gone. */
  claim: ClaimRecord | null;
  expert: ExpertRecord;
  settlement: Settlement;
};

/** @throws AppError NOT_FOUND for another person's order */
export async function findOrder(order: { reference: string; userId: Types.ObjectId }): Promise<FoundOrder> {
  const payment = await findOwnPayment(order.reference, order.userId);
  const expert = payment && (await findExpertById(payment.expertId));
  if (!payment || !expert) throw notFound('The order');
  const [claim, record] = await Promise.all([findClaim(payment.claimId), findBookingRecord(bookingIdOf(payment))]);
  return { payment, title: record?.title ?? null, claim, expert, settlement: await describeSettlement(payment._id) };
}
