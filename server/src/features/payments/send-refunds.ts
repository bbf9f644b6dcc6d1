import type { PaymentGateway } from '../../gateways/payment/port.ts';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Job } from '../../infra/jobs.ts';
import type { Logger } from '../../infra/logger.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { ChargeModel } from './charge-model.ts';
import { recordMoneyEvent } from './ledger-model.ts';
import { movePayment } from './payment-repository.ts';
import { RefundModel, type RefundRecord } from './refund-model.ts';

type Dependencies = { clock: Clock; gateway: PaymentGateway; logger: Logger };

const batchSize = 50;
/** How soon a refund that the gateway has not finished, or did not answer for, is looked at again. */
const recheckMs = 60_000;

/**
 * Sends the queued refunds to the gateway and follows the sent ones until they are processed. The key of a refund stays
 * the same until a definite failure, so asking again after a lost answer never refunds twice (rule R2).
 * @returns how many were looked at
 */
export async function sendRefunds(dependencies: Dependencies): Promise<number> {
  const now = dependencies.clock.now();
  const due = await RefundModel.find({ status: { $in: ['queued', 'sent'] }, nextAttemptAt: { $lte: now } })
    .sort({ nextAttemptAt: 1 })
    .limit(batchSize)
    .lean();
  for (const refund of due) await sendRefund(dependencies, refund);
  return due.length;
}

async function sendRefund({ clock, gateway, logger }: Dependencies, refund: RefundRecord): Promise<void> {
  const marked = await RefundModel.updateOne(
    { _id: refund._id, status: refund.status, attempt: refund.attempt },
    { $set: { status: 'sent', nextAttemptAt: new Date(clock.now().getTime() + recheckMs), updatedAt: clock.now() } },
  );
  if (marked.matchedCount === 0) return;
  try {
    const result = await gateway.refundPayment({
      paymentId: refund.providerPaymentId,
      amountMinor: refund.amountMinor,
      key: `${refund._id.toHexString()}-${refund.attempt}`,
    });
    if (!result.accepted) return await failRefund(refund, `${result.reason}: ${result.description}`, clock);
    if (result.refund.status === 'failed') return await failRefund(refund, 'failed at the gateway', clock);
    if (result.refund.status === 'processed') await completeRefund(refund, result.refund.id, clock);
  } catch (error) {
    // The outcome is unknown: the same key is asked again at `nextAttemptAt`.
    if (!(error instanceof AppError)) throw error;
    logger.warn({ err: error, refundId: refund._id }, 'refund not sent yet');
  }
}

async function completeRefund(refund: RefundRecord, providerRefundId: string, clock: Clock): Promise<void> {
  const now = clock.now();
  await inTransaction(async (session) => {
    const done = await RefundModel.updateOne(
      { _id: refund._id, status: 'sent', attempt: refund.attempt },
      { $set: { status: 'processed', providerRefundId, updatedAt: now } },
      { session },
    );
    if (done.matchedCount === 0) return;
    await recordMoneyEvent(
      {
        _id: `refund-processed:${refund._id.toHexString()}`,
        kind: 'refund-processed',
        paymentId: refund.paymentId,
        providerId: providerRefundId,
        amountMinor: refund.amountMinor,
        currency: refund.currency,
        feeMinor: null,
        taxMinor: null,
        at: now,
      },
      session,
    );
    const charge = await ChargeModel.findById(refund.chargeId).session(session).lean();
    const inFull = charge !== null && charge.refundedMinor >= charge.capturedMinor;
    await movePayment(refund.paymentId, { to: inFull ? 'refunded' : 'partially_refunded', now }, session);
  });
}

async function failRefund(refund: RefundRecord, lastError: string, clock: Clock): Promise<void> {
  const now = clock.now();
  await inTransaction(async (session) => {
    const failed = await RefundModel.updateOne(
      { _id: refund._id, status: 'sent', attempt: refund.attempt },
      { $set: { status: 'failed', lastError, updatedAt: now } },
      { session },
    );
    if (failed.matchedCount === 0) return;
    await movePayment(refund.paymentId, { to: 'refund_failed', now }, session);
  });
}

/** The refund sender, every five seconds. */
export function sendRefundsJob(dependencies: Dependencies): Job {
  return {
    name: 'send-refunds',
    cron: '*/5 * * * * *',
    run: async () => {
      await sendRefunds(dependencies);
    },
  };
}
