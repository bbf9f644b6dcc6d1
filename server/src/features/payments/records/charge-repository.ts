import type { ClientSession, Types } from 'mongoose';
import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields } from '../../../infra/mongo.ts';
import { chargeTransitions, ChargeModel, type ChargeRecord } from './charge-model.ts';

export async function insertCharge(charge: ChargeRecord, transaction: ClientSession): Promise<void> {
  await ChargeModel.create([charge], { session: transaction });
}

/**
 * Writes a captured charge, unless somebody else heard of it first.
 * @returns the charge as it stands
 */
export async function insertOrFindCharge(charge: ChargeRecord): Promise<ChargeRecord> {
  const { provider, providerPaymentId, capturedMinor, feeMinor, taxMinor, createdAt } = charge;
  try {
    await ChargeModel.create(charge);
    return charge;
  } catch (error) {
    // Somebody else heard of it first; the unique index let one of us write it.
    if (duplicateKeyFields(error) === null) throw error;
    // Or it was known as let go of, and the gateway has captured it by itself (rule M7).
    await ChargeModel.updateOne(
      { provider, providerPaymentId, status: 'authorized' },
      { $set: { status: 'captured', capturedMinor, feeMinor, taxMinor, createdAt } },
    );
    return ChargeModel.findOne({ provider, providerPaymentId }).lean().orFail();
  }
}

export async function findCharge(chargeId: Types.ObjectId, transaction?: ClientSession): Promise<ChargeRecord | null> {
  return ChargeModel.findById(chargeId)
    .session(transaction ?? null)
    .lean();
}

/** One of a gateway's attempts, by the gateway's id. */
export type AttemptId = Pick<GatewayAttempt, 'provider' | 'id'>;

/** The charge of one of a gateway's attempts. */
export async function findChargeOf(attempt: AttemptId, transaction?: ClientSession): Promise<ChargeRecord | null> {
  return ChargeModel.findOne({ provider: attempt.provider, providerPaymentId: attempt.id })
    .session(transaction ?? null)
    .lean();
}

export async function findChargesOfPayment(paymentId: Types.ObjectId): Promise<ChargeRecord[]> {
  return ChargeModel.find({ paymentId }).lean();
}

/**
 * Moves a charge by compare-and-set along the table of transitions (rules R4 and T4).
 * @returns false when it has another status, or may not go there
 */
export async function moveCharge(
  chargeId: Types.ObjectId,
  { from, to }: { from: ChargeRecord['status']; to: ChargeRecord['status'] },
  transaction?: ClientSession,
): Promise<boolean> {
  if (!chargeTransitions[from].includes(to)) return false;
  const result = await ChargeModel.updateOne(
    { _id: chargeId, status: from },
    { $set: { status: to } },
    transaction ? { session: transaction } : {},
  );
  return result.matchedCount === 1;
}

type ChargeSums = 'refundedMinor' | 'returnedMinor' | 'owedMinor' | 'disputedMinor' | 'lostMinor';

/**
 * Adds to the sums of a charge. Whatever decides by them writes here first, so that of two that decide at once one sees
 * what the other did (rule T3).
 * @returns the charge afterwards
 */
export async function addToCharge(
  chargeId: Types.ObjectId,
  amounts: Partial<Record<ChargeSums, number>>,
  transaction: ClientSession,
): Promise<ChargeRecord> {
  return ChargeModel.findOneAndUpdate(
    { _id: chargeId },
    { $inc: amounts },
    { session: transaction, returnDocument: 'after' },
  )
    .lean()
    .orFail();
}

/**
 * Sets money of a charge aside for a refund, which makes good for one that failed before. The condition keeps the sum
 * of all refunds within what was captured and not lost in a dispute, whoever else refunds at the same time (rule R1).
 * @returns false when not so much is left
 */
export async function reserveRefund(
  { _id, owedMinor }: Pick<ChargeRecord, '_id' | 'owedMinor'>,
  amountMinor: number,
  transaction: ClientSession,
): Promise<boolean> {
  const spoken = { $add: ['$refundedMinor', '$lostMinor', amountMinor] };
  const result = await ChargeModel.updateOne(
    { _id, $expr: { $lte: [spoken, '$capturedMinor'] } },
    { $inc: { refundedMinor: amountMinor, owedMinor: -Math.min(owedMinor, amountMinor) } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}
