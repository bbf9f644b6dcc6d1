import { Types, type ClientSession } from 'mongoose';
import type { ChargeRecord } from './charge-model.ts';
import { reserveRefund } from './charge-repository.ts';
import { recordMoneyEvent } from './ledger-repository.ts';
import type { RefundReason, RefundRecord } from './refund-model.ts';
import { insertRefund, isRefunded } from './refund-repository.ts';

type RefundCause = { charge: ChargeRecord; amountMinor: number; reason: RefundReason; now: Date };

/**
 * Queues a refund in the transaction of its cause. The conditional `$inc` keeps the sum of all refunds within what was
 * captured, whoever else refunds at the same time (rule R1); a cause refunds once.
 * @returns the refund, or null when this cause has been refunded already or nothing is left to refund
 */
export async function queueRefund(cause: RefundCause, session: ClientSession): Promise<RefundRecord | null> {
  const { charge, amountMinor, reason, now } = cause;
  if (await isRefunded(charge._id, reason, session)) return null;
  if (!(await reserveRefund(charge._id, amountMinor, session))) return null;
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
  await insertRefund(refund, session);
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
