import { minuteMs } from '@serene/shared/time';
import { extendHoldOnce, findHoldsAboutToEnd, type ClaimRecord } from '../../claims/index.ts';
import { logItemError } from '../item-error.ts';
import { findPayment } from '../records/payment-repository.ts';
import { settle } from '../settlement/settle.ts';
import type { SettleDependencies } from '../dependencies.ts';

/** A hold that ends this soon is looked at; the job runs twice in that time. */
const lookAheadMs = 10_000;
const extensionMs = 10 * minuteMs;
const batchSize = 50;

/**
 * Gives a hold that is about to end ten more minutes, once, while the gateway shows a payment on its way: the customer
 * may be approving it in their bank's app (rule O4). A payment that has arrived is settled instead.
 * @returns how many holds were extended
 */
export async function extendHolds(dependencies: SettleDependencies): Promise<number> {
  const now = dependencies.clock.now();
  const ending = await findHoldsAboutToEnd({
    after: now,
    until: new Date(now.getTime() + lookAheadMs),
    limit: batchSize,
  });
  let extended = 0;
  for (const claim of ending) {
    try {
      if (await extendIfInFlight(dependencies, claim)) extended += 1;
    } catch (error) {
      // Without an answer the hold ends as planned; a payment that arrives later is settled by rule M4.
      const message = 'hold not looked at before its end';
      const failure = logItemError(dependencies.logger, error, { claimId: claim._id, message });
      if (failure?.code === 'GATEWAY_UNAVAILABLE') break;
    }
  }
  return extended;
}

async function extendIfInFlight(dependencies: SettleDependencies, claim: ClaimRecord): Promise<boolean> {
  const payment = claim.paymentId && (await findPayment(claim.paymentId));
  if (payment?.status !== 'created' || payment.orderId === undefined || claim.expiresAt === undefined) return false;
  const attempts = await dependencies.gateways.of(payment.provider).fetchAttempts(payment.orderId);
  if (attempts.some(({ status }) => status === 'captured' || status === 'authorized')) {
    await settle(dependencies, { paymentId: payment._id });
    return false;
  }
  if (!attempts.some(({ status }) => status === 'created')) return false;
  const end = Math.min(claim.expiresAt.getTime() + extensionMs, claim.startsAt.getTime());
  return extendHoldOnce({ claimId: claim._id, paymentId: payment._id }, new Date(end));
}
