import type { RefundReason } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import { findCharge } from '../records/charge-repository.ts';
import { findPayment, movePayment } from '../records/payment-repository.ts';
import { queueRefund } from './queue-refund.ts';
import { refundableMinor, refundablePart } from './refund-outcome.ts';

type BookingRefund = {
  /** Made outside the transaction, so that a rerun writes the same (rule T2). */
  refundId: Types.ObjectId;
  paymentId: Types.ObjectId;
  /** What the cause calls for in all: what came back before, from whomever, counts. */
  amountMinor: number;
  reason: RefundReason;
  reasonKey?: string;
  now: Date;
};

/**
 * Queues a refund of what a session cost, in the transaction of its cause (rules L1 and R1). The payment waits as
 * `refund_pending` until the gateway has processed it.
 * @returns what really goes back, in minor units
 */
export async function refundBooking(refund: BookingRefund, transaction: ClientSession): Promise<number> {
  const { refundId, paymentId, reason, now } = refund;
  const payment = await findPayment(paymentId, transaction);
  const charge = payment?.chargeId && (await findCharge(payment.chargeId, transaction));
  if (!payment || !charge) throw new AppError('INTERNAL', 'A paid session lacks its payment or its charge.');
  const refundable = refundableMinor(charge);
  const returned = charge.capturedMinor - refundable;
  const amountMinor = refundablePart(charge, refund.amountMinor - returned, refundable);
  if (amountMinor === 0) return 0;
  const reasonKey = refund.reasonKey ?? reason;
  const queued = await queueRefund({ refundId, charge, amountMinor, reason, reasonKey, now }, transaction);
  if (!queued) return 0;
  // Where another refund is on its way the payment waits already.
  await movePayment(paymentId, { to: 'refund_pending', now }, transaction);
  return queued.amountMinor;
}
