import { toMajorUnits } from '@serene/shared/money';
import { Types, type ClientSession } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { payableAmounts } from '../../../gateways/payment/amounts.ts';
import type { Clock } from '../../../infra/clock.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { recordAudit } from '../../auth/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { findPayment, movePayment } from '../records/payment-repository.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { findCharge, findChargesOfPayment } from '../records/charge-repository.ts';
import { queueRefund } from './queue-refund.ts';
import { refundableMinor } from './refund-outcome.ts';
import { findRefundOfCause } from './refund-repository.ts';

type AdminRefund = {
  paymentId: Types.ObjectId;
  adminId: Types.ObjectId;
  amountMinor: number;
  /** In the admin's words, for the audit log. */
  reason: string;
  idempotencyKey: string;
};

/**
 * An admin returns money, without a change of the session (rule L2). Repeating it with its key refunds once.
 * @throws AppError NOT_FOUND; VALIDATION_FAILED for less than the gateway refunds, or where less than that would remain;
 *   INVALID_TRANSITION when not so much is left, or the key was used for another amount
 */
export async function refundPayment({ clock }: { clock: Clock }, refund: AdminRefund): Promise<void> {
  const payment = await findPayment(refund.paymentId);
  if (!payment) throw notFound('The payment');
  const charge = await chooseCharge(payment);
  if (!charge) throw new AppError('INVALID_TRANSITION', 'There is no payment to refund.');
  const reasonKey = `admin:${refund.idempotencyKey}`;
  if (await isRepeated(refund, reasonKey)) return;
  try {
    const ids = { refundId: new Types.ObjectId(), reasonKey };
    const now = clock.now();
    await inTransaction((transaction) => queueAdminRefund(charge, { ...refund, ...ids, now }, transaction));
  } catch (error) {
    // The same key at the same moment: the other one wrote it, or this one does not fit beside it.
    const lostRace = duplicateKeyFields(error) !== null || isRefused(error);
    if (!lostRace || !(await isRepeated(refund, reasonKey))) throw error;
  }
}

/** The charge whose refund failed, where there is one: a second charge may owe money too. Else the payment's own. */
async function chooseCharge(payment: PaymentRecord): Promise<ChargeRecord | undefined> {
  const charges = await findChargesOfPayment(payment._id);
  return charges.find(({ owedMinor }) => owedMinor > 0) ?? charges.find(({ _id }) => payment.chargeId?.equals(_id));
}

async function isRepeated({ paymentId, amountMinor }: AdminRefund, reasonKey: string): Promise<boolean> {
  const earlier = await findRefundOfCause(paymentId, reasonKey);
  if (earlier && earlier.amountMinor !== amountMinor) {
    throw new AppError('INVALID_TRANSITION', 'This key was used for a refund of a different amount.');
  }
  return earlier !== null;
}

async function queueAdminRefund(
  { _id }: ChargeRecord,
  refund: AdminRefund & { refundId: Types.ObjectId; reasonKey: string; now: Date },
  transaction: ClientSession,
): Promise<void> {
  const { refundId, paymentId, adminId, amountMinor, reason, reasonKey, now } = refund;
  const charge = await findCharge(_id, transaction);
  const payment = await findPayment(paymentId, transaction);
  if (!charge || !payment) throw notFound('The payment');
  assertRefundable(charge, amountMinor);
  const queued = await queueRefund({ refundId, charge, amountMinor, reason: 'admin', reasonKey, now }, transaction);
  if (!queued) throw tooMuch(charge);
  // Where another refund is on its way the payment waits already.
  if (payment.chargeId?.equals(_id)) await movePayment(paymentId, { to: 'refund_pending', now }, transaction);
  await recordAudit(
    {
      actorId: adminId,
      action: 'payment.refund',
      target: paymentId,
      before: { status: payment.status, refundedMinor: charge.refundedMinor },
      after: { amountMinor, reason, refundId: queued._id },
      at: now,
    },
    transaction,
  );
}

/** The gateway refuses more than is left, and too small an amount: this one, or what would be left for later. */
function assertRefundable(charge: ChargeRecord, amountMinor: number): void {
  const leftMinor = refundableMinor(charge) - amountMinor;
  if (leftMinor < 0) throw tooMuch(charge);
  const { smallestMinor, stepMinor } = payableAmounts(charge.currency, charge.provider);
  const smallest = amountText(smallestMinor, charge.currency);
  if (amountMinor < smallestMinor) {
    throw new AppError('VALIDATION_FAILED', `amountMinor: the gateway refunds no less than ${smallest}`);
  }
  if (amountMinor % stepMinor !== 0) {
    throw new AppError('VALIDATION_FAILED', `amountMinor: must be a multiple of ${stepMinor} in ${charge.currency}`);
  }
  if (leftMinor > 0 && leftMinor < smallestMinor) {
    const left = amountText(leftMinor, charge.currency);
    const problem = `would leave ${left}, which could not be refunded later: leave nothing or ${smallest}`;
    throw new AppError('VALIDATION_FAILED', `amountMinor: ${problem}`);
  }
}

const amountText = (minor: number, currency: string): string => `${currency} ${toMajorUnits(minor, currency)}`;

function tooMuch(charge: ChargeRecord): AppError {
  const leftMinor = refundableMinor(charge);
  const left = amountText(leftMinor, charge.currency);
  return new AppError(
    'INVALID_TRANSITION',
    leftMinor === 0 ? 'This payment has already been refunded in full.' : `No more than ${left} is left to refund.`,
    { details: { refundableMinor: leftMinor } },
  );
}

function isRefused(error: unknown): boolean {
  return error instanceof AppError && ['INVALID_TRANSITION', 'VALIDATION_FAILED'].includes(error.code);
}
