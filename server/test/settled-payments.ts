import { Types } from 'mongoose';
import {
  ChargeModel,
  LedgerModel,
  PaymentModel,
  RefundModel,
  type PaymentRecord,
  type RefundRecord,
} from '../src/features/payments/index.ts';
import { buildExpert, buildUser } from './people.ts';
import { buildSession } from './sessions.ts';

type Sale = { settledAt?: Date; amountMinor?: number; currency?: string; customerName?: string };

let made = 0;
/** A gateway's id: a prefix and 14 characters. */
const providerId = (prefix: string) => `${prefix}_${`${(made += 1)}`.padStart(14, '0')}`;

/** Inserts a payment that bought an hour, with its charge, its session and its line in the ledger, but without a claim. */
export async function buildSettledPayment(sale: Sale = {}): Promise<PaymentRecord> {
  const { amountMinor = 150_000, currency = 'INR', customerName = 'Asha Rao' } = sale;
  const settledAt = sale.settledAt ?? new Date('2026-01-12T06:00:00Z');
  const startsAt = new Date(settledAt.getTime() + 3 * 86_400_000);
  const expert = await buildExpert({ name: 'Dr. Meera Nair' });
  const customer = await buildUser({ name: customerName });
  const [_id, chargeId] = [new Types.ObjectId(), new Types.ObjectId()];
  const session = await buildSession(expert, {
    startsAt: startsAt.toISOString(),
    userId: customer._id,
    paymentId: _id,
    amountMinor,
    currency,
    createdAt: settledAt,
  });
  const payment: PaymentRecord = {
    _id,
    provider: 'razorpay',
    orderId: providerId('order'),
    expertId: expert._id,
    userId: customer._id,
    claimId: session.claimId,
    amountMinor,
    currency,
    booking: {
      startsAt,
      endsAt: session.endsAt,
      busyUntil: session.endsAt,
      duration: 60,
      sessionTypeId: null,
      policy: expert.cancellationPolicy,
      clientTimezone: 'Asia/Kolkata',
    },
    status: 'success',
    chargeId,
    sessionId: session._id,
    createdAt: settledAt,
    updatedAt: settledAt,
  };
  await PaymentModel.create(payment);
  await ChargeModel.create({
    _id: chargeId,
    paymentId: _id,
    expertId: expert._id,
    provider: 'razorpay',
    providerPaymentId: providerId('pay'),
    status: 'captured',
    capturedMinor: amountMinor,
    currency,
    method: 'upi',
    createdAt: settledAt,
  });
  await LedgerModel.create({
    _id: `settled:${_id.toHexString()}`,
    kind: 'settled',
    paymentId: _id,
    amountMinor,
    currency,
    at: settledAt,
  });
  return payment;
}

/** Inserts a refund that the gateway has processed, with its line in the ledger. */
export async function buildProcessedRefund(
  payment: PaymentRecord,
  overrides: Partial<RefundRecord> = {},
): Promise<RefundRecord> {
  const _id = new Types.ObjectId();
  const processedAt = overrides.processedAt ?? new Date(payment.updatedAt.getTime() + 3_600_000);
  const refund: RefundRecord = {
    _id,
    chargeId: payment.chargeId ?? new Types.ObjectId(),
    paymentId: payment._id,
    providerPaymentId: providerId('pay'),
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    sentAt: processedAt,
    reason: 'cancelled',
    reasonKey: _id.toHexString(),
    attempt: 1,
    status: 'processed',
    providerRefundId: providerId('rfnd'),
    lastError: null,
    nextAttemptAt: null,
    createdAt: processedAt,
    updatedAt: processedAt,
    processedAt,
    ...overrides,
  };
  await RefundModel.create(refund);
  await LedgerModel.create({
    _id: `refund-processed:${_id.toHexString()}`,
    kind: 'refund-processed',
    paymentId: payment._id,
    amountMinor: refund.amountMinor,
    currency: refund.currency,
    at: processedAt,
  });
  return refund;
}
