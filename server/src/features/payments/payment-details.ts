import type { PaymentDetails } from '@serene/shared/contracts';
import type { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findPayment } from './records/payment-repository.ts';
import { presentDetails } from './presenter.ts';
import { findRefundsOfPayment } from './refunds/refund-repository.ts';
import { findCharge } from './records/charge-repository.ts';

/**
 * The money of a booking with its refunds, for whoever paid it; an admin may read any.
 * @throws AppError NOT_FOUND, also for another person's payment
 */
export async function paymentDetails(
  paymentId: Types.ObjectId,
  { userId, roles }: Pick<Principal, 'userId' | 'roles'>,
): Promise<PaymentDetails> {
  const payment = await findPayment(paymentId);
  if (!payment || !(payment.userId.equals(userId) || roles.includes('admin'))) throw notFound('The payment');
  const charge = payment.chargeId && (await findCharge(payment.chargeId));
  return presentDetails(payment, charge, await findRefundsOfPayment(paymentId));
}
