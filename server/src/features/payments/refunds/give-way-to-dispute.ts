import { minuteMs } from '@serene/shared/time';
import type { Clock } from '../../../infra/clock.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { compareRefunds } from './adopt-refunds.ts';
import { applyGatewayRefund, isThisAttempt } from './apply-gateway-refund.ts';
import { blockRefund, reconsiderBlocked } from './block-refund.ts';
import { giveWayTo } from './give-way-to-dashboard.ts';
import type { RefundDependencies } from '../dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { returnsTooMuch } from './refund-outcome.ts';

/** So long a refund whose answer was lost may be missing from the gateway's lists, which lag (rule M10). */
const lagMs = 15 * minuteMs;

/**
 * A refund of a charge of which a lost dispute took a part is compared with the gateway before it is asked for (rules R1
 * and R3), since the gateway need not count what the bank took. One that the gateway knows, from a request whose answer
 * was lost, ends as the gateway says; what was refunded in its dashboard meanwhile is adopted first; and what is too
 * much then shrinks, or is closed.
 * @returns false when nothing speaks against asking for it
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function giveWayToDispute(
  dependencies: RefundDependencies,
  charge: ChargeRecord,
  sent: RefundRecord,
): Promise<boolean> {
  const compared = await compareRefunds(dependencies, charge);
  const reached = compared.find(({ found, ours }) => ours?._id.equals(sent._id) && isThisAttempt(sent, found));
  if (reached) {
    await applyGatewayRefund(dependencies, sent, reached.found);
    return true;
  }
  const now = dependencies.clock.now();
  // It is looked at again in a while: until then it may appear.
  if (sent.sentAt !== null && now.getTime() < sent.sentAt.getTime() + lagMs) return true;
  if (await giveWayTo(dependencies, sent, compared)) return true;
  if (!returnsTooMuch(charge)) return false;
  await shrinkSent(charge, sent, dependencies.clock);
  return true;
}

/** A refund that the gateway does not have goes on with what lost disputes have left of its charge, or is closed. */
export async function shrinkSent(charge: ChargeRecord, sent: RefundRecord, clock: Clock): Promise<void> {
  await blockRefund(sent, 'lost in a dispute', clock);
  await reconsiderBlocked(charge, { ...sent, status: 'blocked' }, clock);
}
