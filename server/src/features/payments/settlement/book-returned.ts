import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { PaymentRecord } from '../orders/payment-model.ts';
import { moveOpenPayment } from '../orders/payment-repository.ts';
import { adoptForeignRefunds } from '../refunds/adopt-refunds.ts';
import { nextReading } from './next-reading.ts';
import { recordCapture } from './record-charge.ts';
import type { SettleDependencies } from './settle-dependencies.ts';

/**
 * Writes down money that came and went back before we heard of it: the charge, the gateway's refunds, and the payment as
 * refunded, without a session (rules M2, R3 and R4). A payment that another charge has decided stays as it is.
 * Repeating it changes nothing.
 * @throws AppError GATEWAY_UNAVAILABLE
 */
export async function bookReturned(
  dependencies: SettleDependencies,
  payment: PaymentRecord,
  returned: GatewayAttempt,
): Promise<void> {
  const now = dependencies.clock.now();
  const charge = await recordCapture(payment, returned, now);
  if (charge.returnedMinor === returned.refundedMinor) return;
  await inTransaction(async (session) => {
    const set = { chargeId: charge._id, nextCheckAt: nextReading(now) };
    await moveOpenPayment(payment._id, { to: 'refund_pending', now, set }, session);
  });
  await adoptForeignRefunds(dependencies, charge);
}
