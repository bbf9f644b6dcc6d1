import { hourMs } from '@serene/shared/time';
import type { ClientSession } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { addToCharge, findCharge } from '../records/charge-repository.ts';
import { decidePayment, recordRefundEvent } from './end-refund.ts';
import type { RefundRecord } from './refund-model.ts';
import { refundablePart } from './refund-outcome.ts';
import { findWaitingRefunds, moveRefund, postpone } from './refund-repository.ts';

/** How soon a blocked refund is looked at again, should the end of its dispute never be heard of. */
const lookAgainMs = hourMs;

/** Lets a refund wait for the end of a dispute (rule R3). */
export async function blockRefund(refund: RefundRecord, lastError: string, clock: Clock): Promise<void> {
  const now = clock.now();
  const nextAttemptAt = new Date(now.getTime() + lookAgainMs);
  await moveRefund(refund, { status: 'blocked', lastError, nextAttemptAt, updatedAt: now });
}

/** A blocked refund goes on when no dispute that we know of is open any more; the gateway may block it again. */
export async function reconsiderBlocked(charge: ChargeRecord, refund: RefundRecord, clock: Clock): Promise<void> {
  const now = clock.now();
  if (charge.disputedMinor > 0) {
    await postpone(refund, { nextAttemptAt: new Date(now.getTime() + lookAgainMs), updatedAt: now });
    return;
  }
  await inTransaction(async (transaction) => {
    const current = await findCharge(charge._id, transaction);
    if (current && current.disputedMinor === 0) await releaseWaiting(current, now, transaction);
  });
}

/**
 * The disputes of a charge have ended: its refunds go on, as far as something is left of the charge, oldest first. What
 * a lost dispute took is not refunded again: a refund that was blocked, or that waits for its next attempt, shrinks, or
 * is closed, and where none is left open then the wait of the payment ends (rules R3 and R4). One that is being sent
 * right now is not touched: whoever sends it decides.
 * @returns the charge afterwards
 */
export async function releaseWaiting(
  charge: ChargeRecord,
  now: Date,
  transaction: ClientSession,
): Promise<ChargeRecord> {
  const refunds = await findWaitingRefunds(charge._id, transaction);
  const waiting = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  let left = charge.capturedMinor - charge.lostMinor - (charge.refundedMinor - waiting);
  let closed = 0;
  for (const refund of refunds) {
    const amountMinor = refundablePart(charge, refund.amountMinor, left);
    left -= amountMinor;
    closed += refund.amountMinor - amountMinor;
    if (refund.status === 'blocked') await release(refund, { amountMinor, now }, transaction);
    else if (amountMinor < refund.amountMinor) await shrinkQueued(refund, { amountMinor, now }, transaction);
  }
  if (closed === 0) return charge;
  const after = await addToCharge(charge._id, { refundedMinor: -closed }, transaction);
  await decidePayment(after, now, transaction);
  return after;
}

async function shrinkQueued(
  refund: RefundRecord,
  { amountMinor, now }: { amountMinor: number; now: Date },
  transaction: ClientSession,
): Promise<void> {
  await moveRefund(refund, { status: 'blocked', nextAttemptAt: now, updatedAt: now }, transaction);
  // No sooner than it would have been sent.
  await release(
    { ...refund, status: 'blocked' },
    { amountMinor, now, nextAttemptAt: refund.nextAttemptAt },
    transaction,
  );
}

/**
 * Lets a blocked refund go on with an amount that may be smaller, or closes it where the amount is zero. Each part that
 * it gives up has a row of its own in the ledger; the charge is for the caller to correct.
 */
export async function release(
  refund: RefundRecord,
  { amountMinor, now, nextAttemptAt = now }: { amountMinor: number; now: Date; nextAttemptAt?: Date | null },
  transaction: ClientSession,
): Promise<void> {
  const closed = refund.amountMinor - amountMinor;
  if (closed > 0) {
    const part = { ...refund, amountMinor: closed };
    const key = `${refund._id.toHexString()}-${refund.attempt}`;
    await recordRefundEvent(part, { kind: 'refund-closed', key, providerId: null, now }, transaction);
  }
  if (amountMinor === 0) {
    await moveRefund(refund, { status: 'closed', nextAttemptAt: null, updatedAt: now }, transaction);
    return;
  }
  // Another amount is another request, which needs a key of its own (rule R2).
  const attempt = closed > 0 ? refund.attempt + 1 : refund.attempt;
  const again = { amountMinor, attempt, sentAt: null, nextAttemptAt, updatedAt: now };
  await moveRefund(refund, { status: 'queued', ...again }, transaction);
}
