import { Types } from 'mongoose';
import type { GatewayPayment } from '../../gateways/payment/port.ts';
import { duplicateKeyFields } from '../../infra/mongo.ts';
import { ChargeModel, type ChargeRecord } from './charge-model.ts';
import { recordMoneyEvent } from './ledger-model.ts';
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
  await recordMoneyEvent({
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
  return insertOrFind({
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

export async function findCharge(chargeId: Types.ObjectId): Promise<ChargeRecord | null> {
  return ChargeModel.findById(chargeId).lean();
}
