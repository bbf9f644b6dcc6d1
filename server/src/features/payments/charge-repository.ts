import type { Types } from 'mongoose';
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
  return insertOrFind({ payment, captured, now });
}

async function insertOrFind(capture: {
  payment: PaymentRecord;
  captured: GatewayPayment;
  now: Date;
}): Promise<ChargeRecord> {
  const { payment, captured, now } = capture;
  const key = { provider: payment.provider, providerPaymentId: captured.id };
  try {
    return await ChargeModel.findOneAndUpdate(
      key,
      {
        $setOnInsert: {
          paymentId: payment._id,
          expertId: payment.expertId,
          status: 'captured',
          capturedMinor: captured.amountMinor,
          refundedMinor: 0,
          disputedMinor: 0,
          currency: captured.currency,
          feeMinor: captured.feeMinor,
          taxMinor: captured.taxMinor,
          method: captured.method,
          createdAt: now,
        },
      },
      { upsert: true, returnDocument: 'after' },
    )
      .lean()
      .orFail();
  } catch (error) {
    // Two upserts at once: the unique index let one of them insert; the row is there now.
    if (duplicateKeyFields(error) === null) throw error;
    return ChargeModel.findOne(key).lean().orFail();
  }
}

export async function findCharge(chargeId: Types.ObjectId): Promise<ChargeRecord | null> {
  return ChargeModel.findById(chargeId).lean();
}
