import type { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { findUserById } from '../auth/index.ts';
import { nearestFreeStarts } from '../availability/index.ts';
import { findExpertById } from '../experts/index.ts';
import { enqueueMail } from '../notifications/index.ts';
import type { ChargeRecord } from './charge-model.ts';
import { findPayment, moveOpenPayment } from './payment-repository.ts';
import { queueRefund } from './queue-refund.ts';

/**
 * The money came, the slot is gone: the payment moves to `refund_pending` by the same compare-and-set that would have
 * settled it, so both cannot happen; the full refund is queued and the customer gets a mail with the three nearest free
 * times (rule M5).
 */
export async function loseSlot(paymentId: Types.ObjectId, charge: ChargeRecord, clock: Clock): Promise<void> {
  const payment = await findPayment(paymentId);
  const expert = payment && (await findExpertById(payment.expertId));
  const customer = payment && (await findUserById(payment.userId));
  if (!payment || !expert || !customer) {
    throw new AppError('INTERNAL', 'The payment, the expert or the customer of a charge is missing.');
  }
  const now = clock.now();
  const { startsAt, duration } = payment.booking;
  const nearest = expert.isActive
    ? await nearestFreeStarts({ expert, durationMinutes: duration, around: startsAt, now })
    : [];
  await inTransaction(async (session) => {
    const decision = { to: 'refund_pending', now, set: { chargeId: charge._id } } as const;
    if (!(await moveOpenPayment(payment._id, decision, session))) return;
    await queueRefund({ charge, amountMinor: charge.capturedMinor, reason: 'slot-lost', now }, session);
    await enqueueMail(
      {
        key: `slot-lost:${payment._id.toHexString()}:customer`,
        to: customer.email,
        template: 'slot-lost-refund',
        data: {
          reference: payment.orderId ?? payment._id.toHexString(),
          startsAt,
          duration,
          amountMinor: charge.capturedMinor,
          currency: charge.currency,
          expert: { slug: expert.slug, name: expert.name, timezone: expert.schedule.timezone },
          customer: { name: customer.name, email: customer.email, timezone: customer.timezone },
          nearest,
        },
      },
      { now, session },
    );
  });
}
