import { Types } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { moveOpenPayment } from '../records/payment-repository.ts';
import { dailyCheck } from '../records/next-check.ts';
import { queueRefund } from './queue-refund.ts';
import { refundableMinor } from './refund-outcome.ts';

/**
 * Sends all of a charge back that bought nothing: it differs from the order (rule M2) or paid a second time (rule M6).
 * Repeating it refunds once.
 */
export async function refundCharge(
  charge: ChargeRecord,
  reason: 'mismatch' | 'second-charge',
  clock: Clock,
): Promise<void> {
  const now = clock.now();
  const refundId = new Types.ObjectId();
  await inTransaction(async (transaction) => {
    if (reason === 'mismatch') {
      // No money of this order can buy the session any more, unless another charge already has.
      await moveOpenPayment(
        charge.paymentId,
        { to: 'refund_pending', now, set: { chargeId: charge._id, nextCheckAt: dailyCheck(now) } },
        transaction,
      );
    }
    await queueRefund({ refundId, charge, amountMinor: refundableMinor(charge), reason, now }, transaction);
  });
}
