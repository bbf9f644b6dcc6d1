import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { Job } from '../../infra/jobs.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { findCharge } from './charge-repository.ts';
import { recordMoneyEvent } from './ledger-repository.ts';
import { movePayment } from './payment-repository.ts';
import type { RefundRecord } from './refund-model.ts';
import { endAttempt, findDueRefunds, markSent } from './refund-repository.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

const batchSize = 50;
/** How soon a refund that the gateway has not finished, or did not answer for, is looked at again. */
const recheckMs = 60_000;

/**
 * Sends the queued refunds to the gateway and follows the sent ones until they are processed. The key of a refund stays
 * the same until a definite failure, so asking again after a lost answer never refunds twice (rule R2).
 * @returns how many were looked at
 */
export async function sendRefunds(dependencies: SettleDependencies): Promise<number> {
  const due = await findDueRefunds(dependencies.clock.now(), batchSize);
  for (const refund of due) await sendRefund(dependencies, refund);
  return due.length;
}

async function sendRefund({ clock, gateway, logger }: SettleDependencies, refund: RefundRecord): Promise<void> {
  const now = clock.now();
  if (!(await markSent(refund, { now, nextAttemptAt: new Date(now.getTime() + recheckMs) }))) return;
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
    const done = { status: 'processed', providerRefundId, updatedAt: now } as const;
    if (!(await endAttempt(refund, done, session))) return;
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
    const charge = await findCharge(refund.chargeId, session);
    const inFull = charge !== null && charge.refundedMinor >= charge.capturedMinor;
    await movePayment(refund.paymentId, { to: inFull ? 'refunded' : 'partially_refunded', now }, session);
  });
}

async function failRefund(refund: RefundRecord, lastError: string, clock: Clock): Promise<void> {
  const now = clock.now();
  await inTransaction(async (session) => {
    if (!(await endAttempt(refund, { status: 'failed', lastError, updatedAt: now }, session))) return;
    await movePayment(refund.paymentId, { to: 'refund_failed', now }, session);
  });
}

/** The refund sender, every five seconds. */
export function sendRefundsJob(dependencies: SettleDependencies): Job {
  return {
    name: 'send-refunds',
    cron: '*/5 * * * * *',
    run: async () => {
      await sendRefunds(dependencies);
    },
  };
}
