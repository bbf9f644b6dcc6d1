import { minuteMs } from '@serene/shared/time';
import type { GatewayRefund } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { completeRefund, failAttempt } from './end-refund.ts';
import type { RefundDependencies } from '../dependencies.ts';
import type { RefundRecord } from './refund-model.ts';
import { postpone } from './refund-repository.ts';

/** How soon a refund that the gateway works on is looked at again, should its event never come. */
const followMs = 15 * minuteMs;

/** Moves a refund that was sent to where the gateway has it. */
export async function applyGatewayRefund(
  dependencies: RefundDependencies,
  refund: RefundRecord,
  found: GatewayRefund,
): Promise<void> {
  if (refund.status !== 'sent' || !isThisAttempt(refund, found)) return;
  if (found.status !== 'failed') return followGatewayRefund(refund, found, dependencies.clock);
  const sent: RefundRecord = { ...refund, providerRefundId: found.id };
  await failAttempt(dependencies, sent, 'The gateway could not complete the refund.');
}

/** Of what the gateway has of a refund of ours, whether it is the attempt that we are at (rule R2). */
export function isThisAttempt(refund: RefundRecord, found: GatewayRefund): boolean {
  return refund.providerRefundId === found.id || found.key?.endsWith(`-${refund.attempt}`) === true;
}

/** Completes a refund that the gateway has processed, and looks again later at one that it works on. */
export async function followGatewayRefund(refund: RefundRecord, found: GatewayRefund, clock: Clock): Promise<void> {
  if (found.status === 'processed') return completeRefund(refund, found.id, clock);
  const now = clock.now();
  const nextAttemptAt = new Date(now.getTime() + followMs);
  await postpone(refund, { nextAttemptAt, updatedAt: now, providerRefundId: found.id });
}
