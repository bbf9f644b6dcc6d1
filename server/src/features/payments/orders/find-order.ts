import type { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import { findClaim, type ClaimRecord } from '../../claims/index.ts';
import { findExpertById, type ExpertRecord } from '../../experts/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findOwnPayment } from '../records/payment-repository.ts';
import { describeSettlement, type Settlement } from '../settlement/settle.ts';

/** An order with all that its customer may want to know while they wait or try again. */
export type FoundOrder = {
  payment: PaymentRecord;
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
  const claim = await findClaim(payment.claimId);
  return { payment, claim, expert, settlement: await describeSettlement(payment._id) };
}
