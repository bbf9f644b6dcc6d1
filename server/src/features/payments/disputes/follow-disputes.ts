import { AppError } from '../../../errors.ts';
import type { GatewayDispute } from '../../../gateways/payment/port.ts';
import type { PaymentProvider } from '../../../gateways/payment/providers.ts';
import { isAway, logItemError } from '../item-error.ts';
import type { RefundDependencies } from '../dependencies.ts';
import { findCharge, findChargeOf } from '../records/charge-repository.ts';
import { learnCharge } from '../settlement/learn-charge.ts';
import { findDispute, findOpenDisputes, noteLooked } from './dispute-repository.ts';
import { recordDispute } from './record-dispute.ts';

/** At most so many open disputes are asked about one by one. */
const batchSize = 50;

type DisputeId = { provider: PaymentProvider; disputeId: string };

/**
 * Asks the gateway what a dispute has come to, and writes it down.
 * @returns false when the gateway knows no such dispute, or its payment is none of ours
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY; nothing is lost, follow it again later
 */
export async function followDispute(dependencies: RefundDependencies, dispute: DisputeId): Promise<boolean> {
  const found = await fetchDispute(dependencies, dispute);
  const charge = found && (await learnCharge(dependencies, { provider: dispute.provider, id: found.attemptId }));
  if (!charge) return false;
  await recordDispute(dependencies, charge, found);
  return true;
}

async function fetchDispute(
  { gateways }: RefundDependencies,
  { provider, disputeId }: DisputeId,
): Promise<GatewayDispute | null> {
  try {
    return await gateways.of(provider).fetchDispute(disputeId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/**
 * Learns of disputes whose events never came (rule M10): the gateways' latest ones, and those that are open by our books.
 * Payments of other shops on the same account are left alone. While a gateway is away the run ends.
 * @throws AppError GATEWAY_UNAVAILABLE or BUSY
 */
export async function followDisputes(dependencies: RefundDependencies): Promise<void> {
  const listed = new Set<string>();
  for (const gateway of dependencies.gateways.all) {
    for (const found of await gateway.fetchLatestDisputes()) {
      listed.add(found.id);
      await tryFollow(dependencies, found.id, () => recordListed(dependencies, gateway.provider, found));
    }
  }
  for (const { _id, chargeId } of await findOpenDisputes(batchSize)) {
    if (listed.has(_id)) continue;
    await tryFollow(dependencies, _id, async () => {
      const charge = await findCharge(chargeId);
      return charge && followDispute(dependencies, { provider: charge.provider, disputeId: _id });
    });
    await noteLooked(_id, dependencies.clock.now());
  }
}

async function recordListed(
  dependencies: RefundDependencies,
  provider: PaymentProvider,
  found: GatewayDispute,
): Promise<void> {
  const known = await findDispute(found.id);
  const charge = known?.status === found.status ? null : await findChargeOf({ provider, id: found.attemptId });
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
