import { minuteMs } from '@serene/shared/time';
import { AppError } from '../../../errors.ts';
import type { PaymentGateway, RefundRefusal } from '../../../gateways/payment/port.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { findCharge } from '../records/charge-repository.ts';
import { adoptRefunds } from './adopt-refunds.ts';
import { applyGatewayRefund } from './apply-gateway-refund.ts';
import { blockRefund, reconsiderBlocked } from './block-refund.ts';
import { failAttempt, giveUpRefund } from './end-refund.ts';
import { giveWayToDispute, shrinkSent } from './give-way-to-dispute.ts';
import { giveWayToDashboard } from './give-way-to-dashboard.ts';
import type { RefundDependencies } from '../dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { returnsTooMuch } from './refund-outcome.ts';
import { workThrough } from '../work-through.ts';
import { findDueRefunds, postpone, takeOn } from './refund-repository.ts';

/** A refund takes two requests at most: forty a run, and a run every five seconds. */
const batchSize = 20;
/** How soon a refund that the gateway did not answer for is looked at again. */
const recheckMs = minuteMs;

/**
 * Sends the queued refunds to the gateway and follows the sent ones until they are processed. The key of a refund stays
 * the same until a definite failure, so asking again after a lost answer never refunds twice (rule R2).
 * @returns how many were looked at
 */
export async function sendRefunds(dependencies: RefundDependencies): Promise<number> {
  const { clock } = dependencies;
  return workThrough<RefundRecord>(dependencies, {
    findDue: (provider, now) => findDueRefunds(provider, now, batchSize),
    see: (refund) => sendRefund(dependencies, refund),
    // The outcome is unknown: the same key is asked again. One that was taken on has been postponed already.
    putOff: async (refund) => {
      const now = clock.now();
      await postpone(refund, { nextAttemptAt: new Date(now.getTime() + recheckMs), updatedAt: now });
    },
    describe: ({ _id }) => ({ refundId: _id, message: 'refund not sent yet' }),
  });
}

async function sendRefund(dependencies: RefundDependencies, refund: RefundRecord): Promise<void> {
  const { clock, gateways } = dependencies;
  if (refund.status === 'blocked') return reconsiderBlocked(await chargeOf(refund), refund, clock);
  const now = clock.now();
  const nextAttemptAt = new Date(now.getTime() + recheckMs);
  if (!(await takeOn(refund, { now, nextAttemptAt }))) return;
  // One that goes out for the first time has `sentAt` as it was read, null: no answer of it can be lost.
  const sent: RefundRecord = { ...refund, status: 'sent', nextAttemptAt };
  // Read after it was taken on: a dispute that opens or ends from now on finds it sent, and leaves it to us.
  const charge = await chargeOf(refund);
  if (refund.status === 'queued' && charge.disputedMinor > 0) return blockRefund(sent, 'disputed', clock);
  // One that the gateway knows under an id of its own need not have our key.
  if (sent.providerRefundId !== null) return adoptRefunds(dependencies, charge);
  if (charge.lostMinor > 0 && (await giveWayToDispute(dependencies, charge, sent))) return;
  const result = await requestRefund(gateways.of(charge.provider), sent);
  if (result.accepted) return applyGatewayRefund(dependencies, sent, result.refund);
  await onRefusal(dependencies, sent, result);
}

async function chargeOf({ chargeId }: RefundRecord): Promise<ChargeRecord> {
  const charge = await findCharge(chargeId);
  if (!charge) throw new AppError('INTERNAL', 'The charge of a refund is missing.');
  return charge;
}

async function requestRefund(gateway: PaymentGateway, refund: RefundRecord): ReturnType<PaymentGateway['refund']> {
  try {
    return await gateway.refund({
      attemptId: refund.providerPaymentId,
      amountMinor: refund.amountMinor,
      key: `${refund._id.toHexString()}-${refund.attempt}`,
    });
  } catch (error) {
    // Such as with the keys of another account: for a while, one hopes.
    if (!(error instanceof AppError) || error.code !== 'NOT_FOUND') throw error;
    return { accepted: false, kind: 'other', reason: 'unknown_payment', description: error.message };
  }
}

async function onRefusal(dependencies: RefundDependencies, sent: RefundRecord, refusal: RefundRefusal): Promise<void> {
  const reason = `${refusal.reason}: ${refusal.description}`;
  if (refusal.kind === 'disputed') return blockRefund(sent, reason, dependencies.clock);
  // A dispute was lost while it was asked for.
  const charge = await chargeOf(sent);
  if (returnsTooMuch(charge)) return shrinkSent(charge, sent, dependencies.clock);
  if (refusal.kind === 'other') return failAttempt(dependencies, sent, reason);
  if (!(await giveWayToDashboard(dependencies, sent))) await giveUpRefund(dependencies, sent, reason);
}
