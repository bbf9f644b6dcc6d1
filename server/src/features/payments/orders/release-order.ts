import type { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import { findOwnPayment } from '../records/payment-repository.ts';
import { releaseHold } from '../holds/release-hold.ts';
import { describeSettlement, settle, type Settlement } from '../settlement/settle.ts';
import type { SettleDependencies } from '../dependencies.ts';

/** What became of the wish to give a slot back. */
export type Release = { outcome: 'released' } | { outcome: 'in-flight' } | Exclude<Settlement, { outcome: 'pending' }>;

/**
 * Gives the slot of an order back, after asking the gateway (rule O4): a payment on its way keeps the hold, one that
 * was captured settles.
 * @throws AppError NOT_FOUND for another person's order, GATEWAY_UNAVAILABLE (the hold stays)
 */
export async function releaseOrder(
  dependencies: SettleDependencies,
  { reference, userId }: { reference: string; userId: Types.ObjectId },
): Promise<Release> {
  const payment = await findOwnPayment(reference, userId);
  if (!payment) throw notFound('The order');
  const known = await describeSettlement(payment._id);
  if (known.outcome !== 'pending') return known;

  const { orderId } = payment;
  const closed =
    orderId === undefined ? 'cannot' : await dependencies.gateways.of(payment.provider).closeCheckout(orderId);
  if (closed === 'in-flight') return { outcome: 'in-flight' };
  if (closed === 'paid') {
    const settlement = await settle(dependencies, { paymentId: payment._id });
    return settlement.outcome === 'pending' ? { outcome: 'in-flight' } : settlement;
  }

  const now = dependencies.clock.now();
  if (
    payment.status !== 'created' ||
    (await releaseHold(payment, { to: 'expired', now, onlyWithoutOrder: orderId === undefined }))
  )
    return { outcome: 'released' };
  const decided = await describeSettlement(payment._id);
  // Its checkout was opened at this moment: whoever releases it again asks the gateway first.
  if (decided.outcome === 'pending' && orderId === undefined) return { outcome: 'in-flight' };
  return decided.outcome === 'pending' ? { outcome: 'released' } : decided;
}
