import { cellsOf } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import { busyUntilOf, type ClaimRecord } from '../../claims/index.ts';
import type { Offer } from '../../experts/index.ts';
import { bookingIdOf } from '../records/booking-id.ts';
import type { PaymentRecord } from '../records/payment-model.ts';

/** The 5-minute cells that a payment's booking occupies (rule S2). */
export function bookingCells({ booking }: PaymentRecord): number[] {
  return cellsOf(booking.startsAt.getTime(), booking.busyUntil.getTime());
}

/**
 * A payment whose slot is claimed again: with the break after the session as the expert has it now, since that is how the
 * slot is offered (rules M4 and S1).
 */
export function withCurrentBreak(payment: PaymentRecord, offer: Offer): PaymentRecord {
  const { booking } = payment;
  return { ...payment, booking: { ...booking, busyUntil: busyUntilOf(booking.endsAt, offer.terms(booking.duration)) } };
}

/** A hold or a sold claim on the slot of a payment. An id is made outside the transaction that inserts it (rule T2). */
export function claimOfPayment(
  payment: PaymentRecord,
  claim: { _id: Types.ObjectId; createdAt: Date } & ({ kind: 'hold'; expiresAt: Date } | { kind: 'session' }),
): ClaimRecord {
  const { booking, expertId, userId } = payment;
  return {
    ...claim,
    expertId,
    userId,
    paymentId: payment._id,
    bookingId: bookingIdOf(payment),
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    busyUntil: booking.busyUntil,
    cells: bookingCells(payment),
    sessionTypeId: booking.sessionTypeId,
    seats: 1,
  };
}
