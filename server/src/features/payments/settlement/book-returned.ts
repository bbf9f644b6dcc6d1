import type { GatewayAttempt } from '../../../gateways/payment/port.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { moveOpenPayment } from '../records/payment-repository.ts';
import { adoptForeignRefunds } from '../refunds/adopt-refunds.ts';
import { dailyCheck } from '../records/next-check.ts';
import { recordCapture } from './record-charge.ts';
import type { SettleDependencies } from '../dependencies.ts';

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
  await inTransaction(async (transaction) => {
    const set = { chargeId: charge._id, nextCheckAt: dailyCheck(now) };
    await moveOpenPayment(payment._id, { to: 'refund_pending', now, set }, transaction);
  });
  await adoptForeignRefunds(dependencies, charge);
}
