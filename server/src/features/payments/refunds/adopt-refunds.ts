import { Types, type ClientSession } from 'mongoose';
import type { GatewayRefund } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { findPayment, movePayment } from '../records/payment-repository.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { findCharge } from '../records/charge-repository.ts';
import type { SettleDependencies } from '../dependencies.ts';
import { applyGatewayRefund, followGatewayRefund } from './apply-gateway-refund.ts';
import { queueRefund } from './queue-refund.ts';
import type { RefundDependencies } from '../dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { findRefundsOfCharge, isRefunded } from './refund-repository.ts';

/**
 * Brings the refunds of a charge up to what the gateway says (rule R3): ours move on, and one that was made in the
 * gateway's dashboard is adopted, once. Ours are told by their key, so they never count twice.
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function adoptRefunds(dependencies: RefundDependencies, charge: ChargeRecord): Promise<void> {
  for (const { found, ours } of await compareRefunds(dependencies, charge)) {
    if (ours) await applyGatewayRefund(dependencies, ours, found);
    else await adoptRefund(dependencies, charge, found);
  }
}

/**
 * Adopts what was made in the gateway's dashboard and leaves our own refunds to whoever sends them (rule R3).
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function adoptForeignRefunds(dependencies: SettleDependencies, charge: ChargeRecord): Promise<void> {
  for (const { found, ours } of await compareRefunds(dependencies, charge)) {
    if (!ours) await adoptRefund(dependencies, charge, found);
  }
}

/** Each refund that the gateway has of a charge, with the one of ours that it is. */
export async function compareRefunds(
  { gateways }: Pick<SettleDependencies, 'gateways'>,
  { _id, provider, providerPaymentId }: ChargeRecord,
): Promise<{ found: GatewayRefund; ours: RefundRecord | undefined }[]> {
  // The gateway is asked first: a refund of ours is written down before it is sent, so each that it names is known then.
  const atGateway = await gateways.of(provider).fetchRefunds(providerPaymentId);
  const known = await findRefundsOfCharge(_id);
  return atGateway.map((found) => ({ found, ours: known.find((refund) => isSame(refund, found)) }));
}

/** By the gateway's id, or by the key that each attempt of ours carries (rule R2). */
function isSame(refund: RefundRecord, found: GatewayRefund): boolean {
  if (refund.providerRefundId === found.id) return true;
  return found.key !== null && found.key.replace(/-\d+$/, '') === refund._id.toHexString();
}

async function adoptRefund(
  { clock, logger }: SettleDependencies,
  charge: ChargeRecord,
  found: GatewayRefund,
): Promise<void> {
  if (found.status === 'failed') return;
  const adoption = { refundId: new Types.ObjectId(), now: clock.now() };
  try {
    const adopted = await inTransaction((transaction) => queueAdopted(charge._id, { ...adoption, found }, transaction));
    if (adopted) await followGatewayRefund(adopted, found, clock);
    // A refund of ours has set the money aside that is gone already: it will be refused, and this be adopted then.
    else logger.warn({ providerRefundId: found.id, chargeId: charge._id }, 'refund of the gateway not adopted yet');
  } catch (error) {
    // Somebody else adopts it right now.
    if (duplicateKeyFields(error) === null) throw error;
  }
}

const reasonKeyOf = ({ id }: GatewayRefund): string => `gateway:${id}`;

/** Whether somebody has adopted a refund of the gateway's dashboard meanwhile. */
export async function isAdopted(
  chargeId: Types.ObjectId,
  found: GatewayRefund,
  transaction: ClientSession,
): Promise<boolean> {
  return isRefunded(chargeId, reasonKeyOf(found), transaction);
}

type Adoption = { refundId: Types.ObjectId; found: GatewayRefund; now: Date };

/**
 * Writes a refund of the gateway's dashboard down as one of this charge, and its payment waits for its end.
 * @returns null when that was done already, or when not so much is left to refund
 */
export async function queueAdopted(
  chargeId: Types.ObjectId,
  { refundId, found, now }: Adoption,
  transaction: ClientSession,
): Promise<RefundRecord | null> {
  const charge = await findCharge(chargeId, transaction);
  if (!charge) return null;
  const { id: providerRefundId, amountMinor } = found;
  const cause = { reason: 'gateway', reasonKey: reasonKeyOf(found), amountMinor } as const;
  const refund = await queueRefund({ refundId, charge, ...cause, providerRefundId, now }, transaction);
  const payment = refund && (await findPayment(charge.paymentId, transaction));
  if (payment?.chargeId?.equals(chargeId)) await movePayment(payment._id, { to: 'refund_pending', now }, transaction);
  return refund;
}
