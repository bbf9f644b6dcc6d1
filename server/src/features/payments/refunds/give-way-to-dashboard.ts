import { Types } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';
import type { GatewayRefund } from '../../../gateways/payment/port.ts';
import { duplicateKeyFields, inTransaction } from '../../../infra/mongo.ts';
import { addToCharge, findCharge } from '../records/charge-repository.ts';
import { compareRefunds, isAdopted, queueAdopted } from './adopt-refunds.ts';
import { followGatewayRefund } from './apply-gateway-refund.ts';
import { release } from './block-refund.ts';
import type { RefundDependencies } from '../dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { refundablePart } from './refund-outcome.ts';
import { moveRefund } from './refund-repository.ts';

/**
 * The gateway has less left of a charge than a refund asks for, since somebody has refunded in its dashboard: those are
 * adopted, and this one shrinks to what they leave, or is closed (rules R1 and R3).
 * @returns false when no refund of the dashboard explains it
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function giveWayToDashboard(dependencies: RefundDependencies, sent: RefundRecord): Promise<boolean> {
  const charge = await findCharge(sent.chargeId);
  return charge !== null && giveWayTo(dependencies, sent, await compareRefunds(dependencies, charge));
}

/** The same with what the gateway has of the charge as it was read before. */
export async function giveWayTo(
  { clock }: Pick<RefundDependencies, 'clock'>,
  sent: RefundRecord,
  compared: Awaited<ReturnType<typeof compareRefunds>>,
): Promise<boolean> {
  const theirs = compared
    .filter(({ found, ours }) => !ours && found.status !== 'failed')
    .map(({ found }) => ({ found, refundId: new Types.ObjectId() }));
  if (theirs.length === 0) return false;
  try {
    for (const { refund, found } of await shrinkAndAdopt(sent, theirs, clock)) {
      await followGatewayRefund(refund, found, clock);
    }
  } catch (error) {
    // Somebody else adopts one of them right now: this one is asked for again in a while.
    if (duplicateKeyFields(error) === null) throw error;
  }
  return true;
}

type Theirs = { found: GatewayRefund; refundId: Types.ObjectId };

/** Both in one transaction: what the one gives up is what the others take. @returns what was adopted */
async function shrinkAndAdopt(
  sent: RefundRecord,
  theirs: readonly Theirs[],
  clock: Clock,
): Promise<{ refund: RefundRecord; found: GatewayRefund }[]> {
  const now = clock.now();
  return inTransaction(async (transaction) => {
    const blocked: RefundRecord = { ...sent, status: 'blocked' };
    if (!(await moveRefund(sent, { status: 'blocked', nextAttemptAt: now, updatedAt: now }, transaction))) return [];
    const charge = await findCharge(sent.chargeId, transaction);
    if (!charge) return [];
    const { capturedMinor, lostMinor, refundedMinor } = charge;
    let takenMinor = 0;
    for (const { found } of theirs) {
      // What was adopted meanwhile is part of the charge's sum already.
      if (!(await isAdopted(charge._id, found, transaction))) takenMinor += found.amountMinor;
    }
    const left = capturedMinor - lostMinor - (refundedMinor - sent.amountMinor) - takenMinor;
    const amountMinor = refundablePart(charge, sent.amountMinor, left);
    await release(blocked, { amountMinor, now }, transaction);
    await addToCharge(sent.chargeId, { refundedMinor: amountMinor - sent.amountMinor }, transaction);
    const adopted: { refund: RefundRecord; found: GatewayRefund }[] = [];
    for (const { found, refundId } of theirs) {
      const refund = await queueAdopted(sent.chargeId, { refundId, found, now }, transaction);
      // What does not fit beside our other refunds is adopted when the next of those is refused.
      if (refund) adopted.push({ refund, found });
    }
    return adopted;
  });
}
