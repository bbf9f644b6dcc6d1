import type { ClientSession } from 'mongoose';
import { AppError } from '../../../errors.ts';
import type { GatewayDispute } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { findUserById } from '../../auth/index.ts';
import { enqueueMail, type DisputeMailData, type MailKey } from '../../notifications/index.ts';
import { findSessionOfPayment } from '../../sessions/index.ts';
import type { LedgerRecord } from '../ledger/ledger-model.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import { mailReader } from '../mail-reader.ts';
import { findPayment, movePayment } from '../records/payment-repository.ts';
import { releaseWaiting } from '../refunds/block-refund.ts';
import { decidePayment } from '../refunds/end-refund.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { refundableMinor, refundablePart } from '../refunds/refund-outcome.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { addToCharge, moveCharge } from '../records/charge-repository.ts';
import type { DisputeRecord } from './dispute-model.ts';
import { findDispute, insertDispute, isOpen, updateDispute } from './dispute-repository.ts';

type DisputeDependencies = Pick<RefundDependencies, 'clock' | 'supportEmail'>;

/**
 * Writes down what the gateway says of a dispute, with all that follows from it, in one transaction (rule R3). While
 * one is open nothing of its charge is refunded; won or withdrawn, refunds go on; what was lost counts as returned.
 * Hearing of the same status again changes nothing, and what has ended stays as it is. The amount is the one that we first
 * heard of, whatever it ends with: so much was set aside, of which at most all is lost.
 */
export async function recordDispute(
  dependencies: DisputeDependencies,
  charge: ChargeRecord,
  found: GatewayDispute,
): Promise<void> {
  const now = dependencies.clock.now();
  const amountMinor = Math.min(found.amountMinor, charge.capturedMinor);
  const dispute: DisputeRecord = {
    _id: found.id,
    paymentId: charge.paymentId,
    chargeId: charge._id,
    providerPaymentId: charge.providerPaymentId,
    amountMinor,
    lostMinor: found.status === 'lost' ? amountMinor : 0,
    currency: found.currency,
    status: found.status,
    phase: found.phase,
    reasonCode: found.reasonCode,
    respondBy: found.respondBy,
    openedAt: found.createdAt,
    updatedAt: now,
  };
  const mail = await draftMail(dispute);
  const to = dependencies.supportEmail;
  const key: MailKey = `dispute:${dispute._id}:${dispute.status}:admin`;
  const record = () =>
    inTransaction(async (transaction) => {
      if (!(await writeDispute(dispute, transaction))) return;
      await enqueueMail({ key, to, template: 'dispute-admin', data: mail }, { now, transaction });
    });
  try {
    await record();
  } catch (error) {
    // Two heard of it for the first time at once: now it is known.
    if (duplicateKeyFields(error) === null) throw error;
    await record();
  }
}

/** @returns false when there is no news */
async function writeDispute(news: DisputeRecord, transaction: ClientSession): Promise<boolean> {
  const before = await findDispute(news._id, transaction);
  const { amountMinor } = before ?? news;
  const dispute: DisputeRecord = { ...news, amountMinor, lostMinor: Math.min(news.lostMinor, amountMinor) };
  if (before === null) {
    await insertDispute(dispute, transaction);
    await open(dispute, transaction);
  } else {
    if (!isOpen(before) || before.status === dispute.status) return false;
    if (!(await updateDispute(before, dispute, transaction))) return false;
  }
  if (!isOpen(dispute)) await end(dispute, transaction);
  return true;
}

async function open(dispute: DisputeRecord, transaction: ClientSession): Promise<void> {
  await addToCharge(dispute.chargeId, { disputedMinor: dispute.amountMinor }, transaction);
  // With another dispute open it is disputed already.
  await moveCharge(dispute.chargeId, { from: 'captured', to: 'disputed' }, transaction);
  await recordDisputeEvent(dispute, { kind: 'dispute-opened', amountMinor: dispute.amountMinor }, transaction);
}

async function end(dispute: DisputeRecord, transaction: ClientSession): Promise<void> {
  const { chargeId, paymentId, amountMinor, lostMinor, status, updatedAt: now } = dispute;
  const isLost = status === 'lost';
  let charge = await addToCharge(chargeId, { disputedMinor: -amountMinor, lostMinor }, transaction);
  const event = { kind: endEvents[status], amountMinor: isLost ? lostMinor : amountMinor };
  await recordDisputeEvent(dispute, event, transaction);
  if (charge.disputedMinor === 0) {
    await moveCharge(chargeId, { from: 'disputed', to: charge.lostMinor > 0 ? 'lost' : 'captured' }, transaction);
    charge = await releaseWaiting(charge, now, transaction);
  }
  if (!isLost) return;
  charge = await forgetCoveredDebt(charge, transaction);
  const payment = await findPayment(paymentId, transaction);
  // The money went back, if not by a refund of ours: the payment takes the same way (rule R4).
  if (payment?.chargeId?.equals(chargeId)) await movePayment(paymentId, { to: 'refund_pending', now }, transaction);
  await decidePayment(charge, now, transaction);
}

/** What we owed of a refund that had failed is owed no more, as far as the bank took it. @returns the charge afterwards */
async function forgetCoveredDebt(charge: ChargeRecord, transaction: ClientSession): Promise<ChargeRecord> {
  const { owedMinor } = charge;
  const covered = owedMinor - refundablePart(charge, owedMinor, refundableMinor(charge));
  return covered === 0 ? charge : addToCharge(charge._id, { owedMinor: -covered }, transaction);
}

const endEvents = {
  open: 'dispute-opened',
  under_review: 'dispute-opened',
  won: 'dispute-won',
  lost: 'dispute-lost',
  closed: 'dispute-closed',
} as const;

async function recordDisputeEvent(
  { _id, paymentId, currency, updatedAt }: DisputeRecord,
  { kind, amountMinor }: Pick<LedgerRecord, 'kind' | 'amountMinor'>,
  transaction: ClientSession,
): Promise<void> {
  await recordMoneyEvent(
    {
      _id: `${kind}:${_id}`,
      kind,
      paymentId,
      providerId: _id,
      amountMinor,
      currency,
      feeMinor: null,
      taxMinor: null,
      at: updatedAt,
    },
    transaction,
  );
}

async function draftMail(dispute: DisputeRecord): Promise<DisputeMailData> {
  const payment = await findPayment(dispute.paymentId);
  const customer = payment && (await findUserById(payment.userId));
  if (!payment || !customer) throw new AppError('INTERNAL', 'The payment or the customer of a dispute is missing.');
  const session = await findSessionOfPayment(payment);
  return {
    disputeId: dispute._id,
    status: dispute.status,
    phase: dispute.phase,
    reasonCode: dispute.reasonCode,
    amountMinor: dispute.amountMinor,
    currency: dispute.currency,
    respondBy: dispute.respondBy,
    paymentId: payment._id.toHexString(),
    providerPaymentId: dispute.providerPaymentId,
    reference: session?.reference ?? payment.orderId ?? payment._id.toHexString(),
    customer: mailReader(customer),
  };
}
