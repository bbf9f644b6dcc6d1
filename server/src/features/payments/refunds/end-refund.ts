import { minuteMs } from '@serene/shared/time';
import type { ClientSession } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { LedgerRecord } from '../ledger/ledger-model.ts';
import { recordMoneyEvent } from '../ledger/ledger-repository.ts';
import { findPayment, movePayment } from '../records/payment-repository.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { addToCharge } from '../records/charge-repository.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { draftRefundMail, enqueueFailedMails, enqueueProcessedMail } from './refund-mails.ts';
import type { RefundRecord } from './refund-model.ts';
import { refundOutcome } from './refund-outcome.ts';
import { moveRefund } from './refund-repository.ts';

/** How long a definite failure waits for its next attempt; after the last one it has failed for good. */
const retryPausesMs = [5, 60, 6 * 60, 24 * 60].map((minutes) => minutes * minuteMs);

/**
 * The gateway has processed a refund that was sent: refund, charge, payment, ledger and the customer's mail in one
 * transaction (rules R4 and E1). Whoever comes second changes nothing.
 */
export async function completeRefund(refund: RefundRecord, providerRefundId: string, clock: Clock): Promise<void> {
  const now = clock.now();
  const mail = await draftRefundMail(refund, { providerRefundId, failure: null });
  await inTransaction(async (transaction) => {
    const done = { status: 'processed', providerRefundId, nextAttemptAt: null, processedAt: now } as const;
    if (!(await moveRefund(refund, { ...done, lastError: null, updatedAt: now }, transaction))) return;
    const charge = await addToCharge(refund.chargeId, { returnedMinor: refund.amountMinor }, transaction);
    await recordRefundEvent(refund, { kind: 'refund-processed', providerId: providerRefundId, now }, transaction);
    await decidePayment(charge, now, transaction);
    await enqueueProcessedMail(mail, now, transaction);
  });
}

/**
 * The gateway definitely did not refund: it is asked again after a while under a new key (rule R2), and after the last
 * attempt the refund has failed for good. One of the gateway's dashboard is not ours to ask for: it fails at once.
 */
export async function failAttempt(
  dependencies: RefundDependencies,
  refund: RefundRecord,
  lastError: string,
): Promise<void> {
  const pauseMs = refund.reason === 'gateway' ? undefined : retryPausesMs[refund.attempt - 1];
  if (pauseMs === undefined) return giveUpRefund(dependencies, refund, lastError);
  const now = dependencies.clock.now();
  await inTransaction(async (transaction) => {
    const failed = { status: 'failed', lastError, nextAttemptAt: null, updatedAt: now } as const;
    if (!(await moveRefund(refund, failed, transaction))) return;
    await moveRefund(
      { ...refund, status: 'failed' },
      {
        status: 'queued',
        attempt: refund.attempt + 1,
        providerRefundId: null,
        sentAt: null,
        nextAttemptAt: new Date(now.getTime() + pauseMs),
        updatedAt: now,
      },
      transaction,
    );
  });
}

/**
 * A refund fails for good: its money can be refunded again by an admin, who hears of it as the customer does, and the
 * payment says `refund_failed` (rule R4).
 */
export async function giveUpRefund(
  { clock, supportEmail, logger }: RefundDependencies,
  refund: RefundRecord,
  lastError: string,
): Promise<void> {
  const now = clock.now();
  const { providerRefundId, amountMinor } = refund;
  const mail = await draftRefundMail(refund, { providerRefundId, failure: lastError });
  logger.error({ refundId: refund._id, reason: lastError }, 'refund failed for good');
  await inTransaction(async (transaction) => {
    const failed = { status: 'failed', lastError, nextAttemptAt: null, updatedAt: now } as const;
    if (!(await moveRefund(refund, failed, transaction))) return;
    const charge = await addToCharge(
      refund.chargeId,
      { refundedMinor: -amountMinor, owedMinor: amountMinor },
      transaction,
    );
    await recordRefundEvent(refund, { kind: 'refund-failed', providerId: providerRefundId, now }, transaction);
    await decidePayment(charge, now, transaction);
    await enqueueFailedMails(mail, { now, supportEmail }, transaction);
  });
}

/** Ends the wait of a payment whose refunds have all ended; other charges than its own do not count (rule R4). */
export async function decidePayment(charge: ChargeRecord, now: Date, transaction: ClientSession): Promise<void> {
  const outcome = refundOutcome(charge);
  if (outcome === null) return;
  const payment = await findPayment(charge.paymentId, transaction);
  if (payment?.chargeId?.equals(charge._id)) await movePayment(payment._id, { to: outcome, now }, transaction);
}

type RefundEvent = {
  kind: LedgerRecord['kind'];
  /** Names the event where a refund can have several of its kind. */
  key?: string;
  providerId: string | null;
  now: Date;
};

/** Writes what became of a refund into the ledger, once for each kind and key. */
export async function recordRefundEvent(
  refund: RefundRecord,
  { kind, key = refund._id.toHexString(), providerId, now }: RefundEvent,
  transaction: ClientSession,
): Promise<void> {
  await recordMoneyEvent(
    {
      _id: `${kind}:${key}`,
      kind,
      paymentId: refund.paymentId,
      providerId: providerId ?? refund.providerPaymentId,
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      feeMinor: null,
      taxMinor: null,
      at: now,
    },
    transaction,
  );
}
