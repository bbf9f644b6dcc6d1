import type { GatewayRefund } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { findPayment, movePayment } from '../orders/payment-repository.ts';
import type { ChargeRecord } from '../settlement/charge-model.ts';
import { findCharge } from '../settlement/charge-repository.ts';
import { completeRefund, failAttempt } from './end-refund.ts';
import { queueRefund } from './queue-refund.ts';
import type { RefundDependencies } from './refund-dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { findRefundsOfCharge, postpone } from './refund-repository.ts';

/** How soon a refund that the gateway works on is looked at again, should its event never come. */
const followMs = 15 * 60_000;

/**
 * Brings the refunds of a charge up to what the gateway says (rule R3): ours move on, and one that was made in the
 * gateway's dashboard is adopted, once. Ours are told by their receipt, so they never count twice.
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function adoptRefunds(dependencies: RefundDependencies, charge: ChargeRecord): Promise<void> {
  // The gateway is asked first: a refund of ours is written down before it is sent, so each that it names is known then.
  const atGateway = await dependencies.gateway.fetchRefunds(charge.providerPaymentId);
  const known = await findRefundsOfCharge(charge._id);
  for (const found of atGateway) {
    const ours = known.find((refund) => isSame(refund, found));
    if (ours) await applyGatewayRefund(dependencies, ours, found);
    else await adoptRefund(dependencies, charge, found);
  }
}

/** By the gateway's id, or by the receipt that each attempt of ours carries (rule R2). */
function isSame(refund: RefundRecord, found: GatewayRefund): boolean {
  if (refund.providerRefundId === found.id) return true;
  return found.receipt !== null && found.receipt.replace(/-\d+$/, '') === refund._id.toHexString();
}

/** Moves a refund that was sent to where the gateway has it. */
export async function applyGatewayRefund(
  dependencies: RefundDependencies,
  refund: RefundRecord,
  found: GatewayRefund,
): Promise<void> {
  const isThisAttempt = refund.providerRefundId === found.id || found.receipt?.endsWith(`-${refund.attempt}`) === true;
  if (refund.status !== 'sent' || !isThisAttempt) return;
  if (found.status === 'processed') return completeRefund(refund, found.id, dependencies.clock);
  const sent: RefundRecord = { ...refund, providerRefundId: found.id };
  if (found.status === 'failed') return failAttempt(dependencies, sent, 'The gateway could not complete the refund.');
  const now = dependencies.clock.now();
  const nextAttemptAt = new Date(now.getTime() + followMs);
  await postpone(refund, { nextAttemptAt, updatedAt: now, providerRefundId: found.id });
}

async function adoptRefund(
  dependencies: RefundDependencies,
  charge: ChargeRecord,
  found: GatewayRefund,
): Promise<void> {
  if (found.status === 'failed') return;
  const { clock, logger } = dependencies;
  const now = clock.now();
  const reasonKey = `gateway:${found.id}`;
  try {
    const adopted = await inTransaction(async (session) => {
      const current = await findCharge(charge._id, session);
      if (!current) return null;
      const cause = { charge: current, amountMinor: found.amountMinor, reason: 'gateway', reasonKey, now } as const;
      const refund = await queueRefund({ ...cause, providerRefundId: found.id }, session);
      const payment = refund && (await findPayment(charge.paymentId, session));
      if (payment?.chargeId?.equals(charge._id)) await movePayment(payment._id, { to: 'refund_pending', now }, session);
      return refund;
    });
    if (adopted) await applyGatewayRefund(dependencies, adopted, found);
    // A refund of ours has set the money aside that is gone already: it will be refused, and this be adopted then.
    else logger.warn({ providerRefundId: found.id, chargeId: charge._id }, 'refund of the gateway not adopted yet');
  } catch (error) {
    // Somebody else adopts it right now.
    if (duplicateKeyFields(error) === null) throw error;
  }
}
