import { Types, type ClientSession } from 'mongoose';
import type { GatewayPayment } from '../../gateways/payment/port.ts';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { ChargeModel, type ChargeRecord } from './charge-model.ts';
import { recordMoneyEvent } from './ledger-repository.ts';
import type { PaymentRecord } from './payment-model.ts';

/**
 * Writes down money that the gateway took, before anything is done about it (rule M2): whatever fails afterwards, the
 * charge is known. Hearing of it again changes nothing.
 */
export async function recordCapture(
  payment: PaymentRecord,
  captured: GatewayPayment,
  now: Date,
): Promise<ChargeRecord> {
  const recorded = recordMoneyEvent({
    _id: `capture:${captured.id}`,
    kind: 'capture',
    paymentId: payment._id,
    providerId: captured.id,
    amountMinor: captured.amountMinor,
    currency: captured.currency,
    feeMinor: captured.feeMinor,
    taxMinor: captured.taxMinor,
    at: now,
  });
  const charge = insertOrFind({
    _id: new Types.ObjectId(),
    paymentId: payment._id,
    expertId: payment.expertId,
    provider: payment.provider,
    providerPaymentId: captured.id,
    status: 'captured',
    capturedMinor: captured.amountMinor,
    refundedMinor: 0,
    disputedMinor: 0,
    currency: captured.currency,
    feeMinor: captured.feeMinor,
    taxMinor: captured.taxMinor,
    method: captured.method,
    createdAt: now,
  });
  return (await Promise.all([charge, recorded]))[0];
}

async function insertOrFind(charge: ChargeRecord): Promise<ChargeRecord> {
  try {
    await ChargeModel.create(charge);
    return charge;
  } catch (error) {
    // Somebody else heard of it first; the unique index let one of us write it.
    if (duplicateKeyFields(error) === null) throw error;
    const { provider, providerPaymentId } = charge;
    return ChargeModel.findOne({ provider, providerPaymentId }).lean().orFail();
  }
}

export async function findCharge(chargeId: Types.ObjectId, session?: ClientSession): Promise<ChargeRecord | null> {
  return ChargeModel.findById(chargeId)
    .session(session ?? null)
    .lean();
}

/**
 * Sets money of a charge aside for a refund. The condition keeps the sum of all refunds within what was captured,
 * whoever else refunds at the same time (rule R1).
 * @returns false when not so much is left
 */
export async function reserveRefund(
  chargeId: Types.ObjectId,
  amountMinor: number,
  session: ClientSession,
): Promise<boolean> {
  const result = await ChargeModel.updateOne(
    { _id: chargeId, $expr: { $lte: [{ $add: ['$refundedMinor', amountMinor] }, '$capturedMinor'] } },
    { $inc: { refundedMinor: amountMinor } },
    { session },
  );
  return result.matchedCount === 1;
}
