import type { ChargeRecord } from '../settlement/charge-model.ts';
import { compareRefunds } from './adopt-refunds.ts';
import { applyGatewayRefund, isThisAttempt } from './apply-gateway-refund.ts';
import { blockRefund, reconsiderBlocked } from './block-refund.ts';
import type { RefundDependencies } from './refund-dependencies.ts';
import type { RefundRecord } from './refund-model.ts';

/**
 * A lost dispute took what a refund asks for that was taken on before: it shrinks to what is left, or is closed, and is
 * not asked for (rules R1 and R3). Unless the gateway knows it, from a request whose answer was lost: then what it made
 * of it counts.
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function giveWayToDispute(
  dependencies: RefundDependencies,
  charge: ChargeRecord,
  sent: RefundRecord,
): Promise<void> {
  const compared = await compareRefunds(dependencies, charge);
  const reached = compared.find(({ found, ours }) => ours?._id.equals(sent._id) && isThisAttempt(sent, found));
  if (reached) return applyGatewayRefund(dependencies, sent, reached.found);
  await blockRefund(sent, 'lost in a dispute', dependencies.clock);
  await reconsiderBlocked(charge, { ...sent, status: 'blocked' }, dependencies.clock);
}
