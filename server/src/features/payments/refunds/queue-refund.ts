import type { RefundReason } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import type { ChargeRecord } from '../records/charge-model.ts';
import { reserveRefund } from '../records/charge-repository.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import type { RefundRecord } from './refund-model.ts';
import { insertRefund, isRefunded } from './refund-repository.ts';

type RefundCause = {
  /** Made outside the transaction, so that a rerun writes the same (rule T2). */
  refundId: Types.ObjectId;
  charge: ChargeRecord;
  amountMinor: number;
  reason: RefundReason;
  /** Tells causes of one reason apart, where a charge can have several; the reason itself where absent. */
  reasonKey?: string;
  /** The gateway's refund that this one follows, where it was not us who asked for it. */
  providerRefundId?: string;
  now: Date;
};

/**
 * Queues a refund in the transaction of its cause. The conditional `$inc` keeps the sum of all refunds within what was
 * captured, whoever else refunds at the same time (rule R1); a cause refunds once.
 * @returns the refund, or null when this cause has been refunded already or nothing is left to refund
 */
export async function queueRefund(cause: RefundCause, transaction: ClientSession): Promise<RefundRecord | null> {
  const { refundId, charge, amountMinor, reason, reasonKey = reason, providerRefundId = null, now } = cause;
  if (amountMinor <= 0) return null;
  if (await isRefunded(charge._id, reasonKey, transaction)) return null;
  if (!(await reserveRefund(charge, amountMinor, transaction))) return null;
  const refund: RefundRecord = {
    _id: refundId,
    chargeId: charge._id,
    paymentId: charge.paymentId,
    provider: charge.provider,
    providerPaymentId: charge.providerPaymentId,
    amountMinor,
    currency: charge.currency,
    reason,
    reasonKey,
    attempt: 1,
    status: providerRefundId === null ? 'queued' : 'sent',
    providerRefundId,
    lastError: null,
    sentAt: null,
    nextAttemptAt: now,
    createdAt: now,
    updatedAt: now,
    processedAt: null,
  };
  await insertRefund(refund, transaction);
  await recordMoneyEvent(
    {
      _id: `refund-queued:${refund._id.toHexString()}`,
      kind: 'refund-queued',
      paymentId: charge.paymentId,
      providerId: providerRefundId ?? charge.providerPaymentId,
      amountMinor,
      currency: charge.currency,
      feeMinor: null,
      taxMinor: null,
      at: now,
    },
    transaction,
  );
  return refund;
}
