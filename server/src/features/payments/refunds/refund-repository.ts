import type { ClientSession, Types } from 'mongoose';
import { RefundModel, type RefundReason, type RefundRecord } from './refund-model.ts';

export async function insertRefund(refund: RefundRecord, session: ClientSession): Promise<void> {
  await RefundModel.create([refund], { session });
}

/** Whether a charge has been refunded for this cause already. */
export async function isRefunded(
  chargeId: Types.ObjectId,
  reasonKey: RefundReason,
  session: ClientSession,
): Promise<boolean> {
  return (await RefundModel.exists({ chargeId, reasonKey }).session(session)) !== null;
}

/** The latest refund of a payment, for its customer. */
export async function findLatestRefund(paymentId: Types.ObjectId): Promise<RefundRecord | null> {
  return RefundModel.findOne({ paymentId }).sort({ _id: -1 }).lean();
}

/** Refunds to be sent, or asked about again, now. */
export async function findDueRefunds(now: Date, limit: number): Promise<RefundRecord[]> {
  return RefundModel.find({ status: { $in: ['queued', 'sent'] }, nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1 })
    .limit(limit)
    .lean();
}

/**
 * Marks a refund as sent before the gateway is asked, so that a lost answer is noticed.
 * @returns false when somebody else has moved it meanwhile
 */
export async function markSent(
  refund: RefundRecord,
  { now, nextAttemptAt }: { now: Date; nextAttemptAt: Date },
): Promise<boolean> {
  const result = await RefundModel.updateOne(
    { _id: refund._id, status: refund.status, attempt: refund.attempt },
    { $set: { status: 'sent', nextAttemptAt, updatedAt: now } },
  );
  return result.matchedCount === 1;
}

/** Ends the attempt that was sent. @returns false when somebody else has ended it */
export async function endAttempt(
  refund: RefundRecord,
  change: Pick<RefundRecord, 'status' | 'updatedAt'> & Partial<Pick<RefundRecord, 'providerRefundId' | 'lastError'>>,
  session: ClientSession,
): Promise<boolean> {
  const result = await RefundModel.updateOne(
    { _id: refund._id, status: 'sent', attempt: refund.attempt },
    { $set: change },
    { session },
  );
  return result.matchedCount === 1;
}
