import { Types } from 'mongoose';
import { AppError, notFound } from '../../../errors.ts';
import { wallClockAt, zoneOrUtc } from '@serene/shared/scheduling';
import { findExpertById } from '../../experts/index.ts';
import type { SessionRecord } from '../../sessions/index.ts';
import { findPayment } from '../records/payment-repository.ts';
import { describeSettlement, settle } from './settle.ts';
import type { SettleDependencies } from '../dependencies.ts';
import { slotLost } from './slot-lost-error.ts';
import type { PaymentRecord } from '../records/payment-model.ts';

/** A slot as `POST /sessions` names it: wall clock in the expert's zone. */
export type NamedSlot = {
  expertId: string;
  scheduledDate: string;
  scheduledTime: string;
  duration: number;
  /** ISO 8601; tells apart the two instants of a time that exists twice (rule S6). */
  startsAt?: string | undefined;
};

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
  const known = await describeSettlement(payment._id);
  await assertSameSlot(payment, { slot, bookedIn: known.outcome === 'settled' ? known.session.timezone : null });
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

/** The expert may have moved to another zone since: the wall clock of the booking still names it (rule M9). */
async function assertSameSlot(
  { booking, expertId }: PaymentRecord,
  { slot, bookedIn }: { slot: NamedSlot; bookedIn: string | null },
): Promise<void> {
  const expert = await findExpertById(expertId);
  const isNamed = (zone: string) => {
    const { date, time } = wallClockAt(booking.startsAt.getTime(), zone);
    return date === slot.scheduledDate && time === slot.scheduledTime;
  };
  const zones = [expert?.schedule.timezone, bookedIn].filter((zone) => typeof zone === 'string').map(zoneOrUtc);
  const same =
    expertId.toHexString() === slot.expertId &&
    booking.duration === slot.duration &&
    (slot.startsAt === undefined || Date.parse(slot.startsAt) === booking.startsAt.getTime()) &&
    zones.some(isNamed);
  if (!same) {
    throw new AppError('VALIDATION_FAILED', 'This payment is for another slot.', {
      details: { paidFor: { startsAt: booking.startsAt.toISOString(), duration: booking.duration } },
    });
  }
}
