import { Types, type ClientSession } from 'mongoose';
import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { insertCharge, insertOrFindCharge } from '../records/charge-repository.ts';

/**
 * Writes down money that the gateway took, before anything is done about it (rule M2): whatever fails afterwards, the
 * charge is known. Hearing of it again changes nothing.
 */
export async function recordCapture(
  payment: PaymentRecord,
  captured: GatewayAttempt,
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
  const charge = insertOrFindCharge({
    ...draftCharge(payment, captured, now),
    status: 'captured',
    capturedMinor: captured.amountMinor,
  });
  return (await Promise.all([charge, recorded]))[0];
}

/** Writes down money that is authorised and that nobody will capture (rule M7), with the mail that says so. */
export async function insertAuthorisation(
  payment: PaymentRecord,
  authorised: GatewayAttempt,
  { now, transaction }: { now: Date; transaction: ClientSession },
): Promise<void> {
  await insertCharge(draftCharge(payment, authorised, now), transaction);
}

function draftCharge(payment: PaymentRecord, attempt: GatewayAttempt, now: Date): ChargeRecord {
  return {
    _id: new Types.ObjectId(),
    paymentId: payment._id,
    expertId: payment.expertId,
    provider: payment.provider,
    providerPaymentId: attempt.id,
    status: 'authorized',
    capturedMinor: 0,
    refundedMinor: 0,
    returnedMinor: 0,
    owedMinor: 0,
    disputedMinor: 0,
    lostMinor: 0,
    currency: attempt.currency,
    feeMinor: attempt.feeMinor,
    taxMinor: attempt.taxMinor,
    method: attempt.method,
    createdAt: now,
  };
}
