import { Types } from 'mongoose';
import type { Clock } from '../../../infra/clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { enqueueMail } from '../../notifications/index.ts';
import type { PaymentRecord } from '../records/payment-model.ts';
import { moveOpenPayment } from '../records/payment-repository.ts';
import { queueRefund } from '../refunds/queue-refund.ts';
import { refundableMinor } from '../refunds/refund-outcome.ts';
import type { ChargeRecord } from '../records/charge-model.ts';
import { dailyCheck } from '../records/next-check.ts';
import { draftSlotLostMail } from './slot-lost-mail.ts';

/**
 * The money came, the slot is gone: the payment moves to `refund_pending` by the same compare-and-set that would have
 * settled it, so both cannot happen; the full refund is queued and the customer gets a mail with the three nearest free
 * times (rule M5).
 */
export async function loseSlot(payment: PaymentRecord, charge: ChargeRecord, clock: Clock): Promise<void> {
  const now = clock.now();
  const refundId = new Types.ObjectId();
  const money = { charged: true, amountMinor: charge.capturedMinor, currency: charge.currency };
  const mail = await draftSlotLostMail(payment, money, now);
  await inTransaction(async (transaction) => {
    const set = { chargeId: charge._id, nextCheckAt: dailyCheck(now) };
    if (!(await moveOpenPayment(payment._id, { to: 'refund_pending', now, set }, transaction))) return;
    const amountMinor = refundableMinor(charge);
    await queueRefund({ refundId, charge, amountMinor, reason: 'slot-lost', now }, transaction);
    await enqueueMail(mail, { now, transaction });
  });
}
