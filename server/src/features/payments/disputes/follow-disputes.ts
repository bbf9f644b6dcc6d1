import { AppError } from '../../../errors.ts';
import type { GatewayDispute } from '../../../gateways/payment/port.ts';
import type { Job } from '../../../infra/jobs.ts';
import { isAway, logItemError } from '../item-error.ts';
import type { RefundDependencies } from '../refunds/refund-dependencies.ts';
import { findChargeOf } from '../settlement/charge-repository.ts';
import { learnCharge } from '../settlement/learn-charge.ts';
import { findDispute, findOpenDisputes, noteLooked } from './dispute-repository.ts';
import { recordDispute } from './record-dispute.ts';

/** At most so many open disputes are asked about one by one. */
const batchSize = 50;

/**
 * Asks the gateway what a dispute has come to, and writes it down.
 * @returns false when the gateway knows no such dispute, or its payment is none of ours
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY; nothing is lost, follow it again later
 */
export async function followDispute(dependencies: RefundDependencies, disputeId: string): Promise<boolean> {
  const found = await fetchDispute(dependencies, disputeId);
  const charge = found && (await learnCharge(dependencies, found.paymentId));
  if (!charge) return false;
  await recordDispute(dependencies, charge, found);
  return true;
}

async function fetchDispute({ gateway }: RefundDependencies, disputeId: string): Promise<GatewayDispute | null> {
  try {
    return await gateway.fetchDispute(disputeId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/**
 * Learns of disputes whose events never came (rule M10): the gateway's latest ones, and those that are open by our books.
 * Payments of other shops on the same account are left alone. While the gateway is away the run ends.
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY
 */
export async function followDisputes(dependencies: RefundDependencies): Promise<void> {
  const latest = await dependencies.gateway.fetchLatestDisputes();
  for (const found of latest) await tryFollow(dependencies, found.id, () => recordListed(dependencies, found));
  const listed = new Set(latest.map(({ id }) => id));
  for (const { _id } of await findOpenDisputes(batchSize)) {
    if (listed.has(_id)) continue;
    await tryFollow(dependencies, _id, () => followDispute(dependencies, _id));
    await noteLooked(_id, dependencies.clock.now());
  }
}

async function recordListed(dependencies: RefundDependencies, found: GatewayDispute): Promise<void> {
  const known = await findDispute(found.id);
  const charge = known?.status === found.status ? null : await findChargeOf(found.paymentId);
  if (charge) await recordDispute(dependencies, charge, found);
}

/** What is wrong with one dispute is wrong with that one alone. @throws AppError when the gateway is away */
async function tryFollow(
  { logger }: RefundDependencies,
  disputeId: string,
  follow: () => Promise<unknown>,
): Promise<void> {
  try {
    await follow();
  } catch (error) {
    const failure = logItemError(logger, error, { disputeId, message: 'dispute not followed yet' });
    if (isAway(failure)) throw error;
  }
}

/** Once an hour: events are the rule, this is for those that were lost. */
export function followDisputesJob(dependencies: RefundDependencies): Job {
  return { name: 'follow-disputes', cron: '0 17 * * * *', run: () => followDisputes(dependencies) };
}
