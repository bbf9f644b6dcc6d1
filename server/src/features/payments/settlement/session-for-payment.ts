import { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import { wallClockAt } from '@serene/shared/scheduling';
import { findExpertById } from '../experts/index.ts';
import type { SessionRecord } from '../sessions/index.ts';
import { findPayment } from './payment-repository.ts';
import { describeSettlement, settle } from './settle.ts';
import type { SettleDependencies } from './settle-dependencies.ts';
import { slotLost } from './slot-lost.ts';
import type { PaymentRecord } from './payment-model.ts';

/** The slot as `POST /sessions` names it: wall clock in the expert's zone. */
export type NamedSlot = { expertId: string; scheduledDate: string; scheduledTime: string; duration: number };

/**
 * The session of a payment, settled first when needed (rule M9).
 * @throws AppError NOT_FOUND for another person's payment, VALIDATION_FAILED for another slot than was paid for,
 *   PAYMENT_NOT_VERIFIED before any money came, SLOT_TAKEN when it is being refunded, INVALID_TRANSITION when cancelled
 */
export async function sessionForPayment(
  dependencies: SettleDependencies,
  { paymentId, userId, slot }: { paymentId: string; userId: Types.ObjectId; slot: NamedSlot },
): Promise<{ session: SessionRecord; created: boolean }> {
  const payment = await findPayment(new Types.ObjectId(paymentId));
  if (!payment?.userId.equals(userId)) throw notFound('The payment');
  await assertSameSlot(payment, slot);

  const known = await describeSettlement(payment._id);
  const settlement = known.outcome === 'pending' ? await settle(dependencies, { paymentId: payment._id }) : known;
  if (settlement.outcome === 'slot-lost') throw await slotLost(settlement, dependencies.clock.now());
  if (settlement.outcome === 'pending') {
    throw new AppError('PAYMENT_NOT_VERIFIED', 'This payment has not arrived yet. Pay first, or wait a moment.');
  }
  if (settlement.session.status === 'cancelled') {
    throw new AppError('INVALID_TRANSITION', 'The session of this payment was cancelled.');
  }
  return { session: settlement.session, created: known.outcome === 'pending' };
}

async function assertSameSlot({ booking, expertId }: PaymentRecord, slot: NamedSlot): Promise<void> {
  const expert = await findExpertById(expertId);
  const paid = expert && wallClockAt(booking.startsAt.getTime(), expert.schedule.timezone);
  const same =
    expertId.toHexString() === slot.expertId &&
    paid?.date === slot.scheduledDate &&
    paid.time === slot.scheduledTime &&
    booking.duration === slot.duration;
  if (!same) {
    throw new AppError('VALIDATION_FAILED', 'This payment is for another slot.', {
      details: { paidFor: { startsAt: booking.startsAt.toISOString(), duration: booking.duration } },
    });
  }
}
