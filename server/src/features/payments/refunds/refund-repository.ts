import { refundTransitions } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { firstProvider, type PaymentProvider } from '../../../gateways/payment/providers.ts';
import { RefundModel, type RefundRecord } from './refund-model.ts';

export async function insertRefund(refund: RefundRecord, transaction: ClientSession): Promise<void> {
  await RefundModel.create([refund], { session: transaction });
}

/** Whether a charge has been refunded for this cause already. */
export async function isRefunded(
  chargeId: Types.ObjectId,
  reasonKey: string,
  transaction: ClientSession,
): Promise<boolean> {
  return (await RefundModel.exists({ chargeId, reasonKey }).session(transaction)) !== null;
}

/** The refund of a cause, of whichever charge of a payment. */
export async function findRefundOfCause(paymentId: Types.ObjectId, reasonKey: string): Promise<RefundRecord | null> {
  return RefundModel.findOne({ paymentId, reasonKey }).lean();
}

/** The latest refund of a payment, for its customer. */
export async function findLatestRefund(paymentId: Types.ObjectId): Promise<RefundRecord | null> {
  return RefundModel.findOne({ paymentId }).sort({ _id: -1 }).lean();
}

/** Oldest first. */
export async function findRefundsOfPayment(paymentId: Types.ObjectId): Promise<RefundRecord[]> {
  return RefundModel.find({ paymentId }).sort({ _id: 1 }).lean();
}

/** Oldest first. */
export async function findRefundsOfCharge(chargeId: Types.ObjectId): Promise<RefundRecord[]> {
  return RefundModel.find({ chargeId }).sort({ _id: 1 }).lean();
}

/** What waits for the end of a dispute or for its next attempt; oldest first. */
export async function findWaitingRefunds(
  chargeId: Types.ObjectId,
  transaction: ClientSession,
): Promise<RefundRecord[]> {
  return RefundModel.find({ chargeId, status: { $in: ['blocked', 'queued'] } })
    .sort({ _id: 1 })
    .session(transaction)
    .lean();
}

/** Refunds to be sent, or asked about again, now. */
export async function findDueRefunds(provider: PaymentProvider, now: Date, limit: number): Promise<RefundRecord[]> {
  const named = provider === firstProvider ? [provider, null] : [provider];
  return RefundModel.find({ provider: { $in: named }, nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1 })
    .limit(limit)
    .lean();
}

type Unchanged = '_id' | 'chargeId' | 'paymentId' | 'status' | 'createdAt';
type RefundChange = Pick<RefundRecord, 'status' | 'nextAttemptAt' | 'updatedAt'> &
  Partial<Omit<RefundRecord, Unchanged>>;

/**
 * Moves a refund by compare-and-set along the table of transitions (rules R4 and T4).
 * @returns false when somebody else has moved it meanwhile, or it may not go there
 */
export async function moveRefund(
  refund: RefundRecord,
  change: RefundChange,
  transaction?: ClientSession,
): Promise<boolean> {
  if (!refundTransitions[refund.status].includes(change.status)) return false;
  const result = await RefundModel.updateOne(
    { _id: refund._id, status: refund.status, attempt: refund.attempt },
    { $set: change },
    transaction ? { session: transaction } : {},
  );
  return result.matchedCount === 1;
}

/**
 * Takes a due refund on for a while, as `queued` or still `sent`: of several workers one gets it.
 * @returns false when another one was first
 */
export async function takeOn(
  refund: RefundRecord,
  { now, nextAttemptAt }: { now: Date; nextAttemptAt: Date },
): Promise<boolean> {
  if (refund.status === 'queued') {
    return moveRefund(refund, { status: 'sent', sentAt: now, nextAttemptAt, updatedAt: now });
  }
  return postpone(refund, { nextAttemptAt, updatedAt: now });
}

/** Says when a refund is looked at next, and what is known of it by then. @returns false when somebody was first */
export async function postpone(
  refund: RefundRecord,
  change: Pick<RefundRecord, 'nextAttemptAt' | 'updatedAt'> & Partial<Pick<RefundRecord, 'providerRefundId'>>,
): Promise<boolean> {
  const { _id, status, attempt, nextAttemptAt } = refund;
  const result = await RefundModel.updateOne({ _id, status, attempt, nextAttemptAt }, { $set: change });
  return result.matchedCount === 1;
}
