import { Types, type ClientSession } from 'mongoose';
import { ChargeModel, type ChargeRecord } from './charge-model.ts';
import { recordMoneyEvent } from './ledger-model.ts';
import { RefundModel, type RefundReason, type RefundRecord } from './refund-model.ts';

type RefundCause = { charge: ChargeRecord; amountMinor: number; reason: RefundReason; now: Date };

/**
 * Queues a refund in the transaction of its cause. The conditional `$inc` keeps the sum of all refunds within what was
 * captured, whoever else refunds at the same time (rule R1); a cause refunds once.
 * @returns the refund, or null when this cause has been refunded already or nothing is left to refund
 */
export async function queueRefund(cause: RefundCause, session: ClientSession): Promise<RefundRecord | null> {
  const { charge, amountMinor, reason, now } = cause;
  if (await RefundModel.exists({ chargeId: charge._id, reasonKey: reason }).session(session)) return null;
  const reserved = await ChargeModel.updateOne(
    { _id: charge._id, $expr: { $lte: [{ $add: ['$refundedMinor', amountMinor] }, '$capturedMinor'] } },
    { $inc: { refundedMinor: amountMinor } },
    { session },
  );
  if (reserved.matchedCount === 0) return null;
  const refund: RefundRecord = {
    _id: new Types.ObjectId(),
    chargeId: charge._id,
    paymentId: charge.paymentId,
    providerPaymentId: charge.providerPaymentId,
    amountMinor,
    currency: charge.currency,
    reason,
    reasonKey: reason,
    attempt: 1,
    status: 'queued',
    providerRefundId: null,
    lastError: null,
    nextAttemptAt: now,
    createdAt: now,
    updatedAt: now,
  };
  await RefundModel.create([refund], { session });
  await recordMoneyEvent(
    {
      _id: `refund-queued:${refund._id.toHexString()}`,
      kind: 'refund-queued',
      paymentId: charge.paymentId,
      providerId: charge.providerPaymentId,
      amountMinor,
      currency: charge.currency,
      feeMinor: null,
      taxMinor: null,
      at: now,
    },
    session,
  );
  return refund;
}

/** The latest refund of a payment, for its customer. */
export async function findLatestRefund(paymentId: Types.ObjectId): Promise<RefundRecord | null> {
  return RefundModel.findOne({ paymentId }).sort({ _id: -1 }).lean();
}
