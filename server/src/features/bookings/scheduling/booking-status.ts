import type { Booking } from '@serene/shared/contracts';
import type { SessionStatus } from '@serene/shared/lifecycle';
import { toMajorUnits } from '@serene/shared/money';
import type { FoundBooking } from './find-booking.ts';

type Statuses = Pick<
  Booking,
  'status' | 'paymentStatus' | 'awaiting' | 'noShow' | 'refundPending' | 'refundFailed' | 'refundedAmount'
>;

/** How far a booking has come, in the words that clients rely on (rule B3). */
export function statusesOf(found: FoundBooking): Statuses {
  const { session, payment, hold } = found;
  if (session) return { ...bySession[session.status], ...moneyOf(found) };
  if (hold && payment) return { status: 'PENDING', paymentStatus: payment.hasFailed === true ? 'FAILED' : 'UNPAID' };
  return { status: 'CANCELLED', ...moneyOf(found) };
}

const bySession: Record<SessionStatus, Pick<Statuses, 'status' | 'awaiting' | 'noShow'>> = {
  pending: { status: 'PENDING', awaiting: 'approval' },
  confirmed: { status: 'CONFIRMED' },
  'in-progress': { status: 'CONFIRMED' },
  completed: { status: 'COMPLETED' },
  'no-show': { status: 'COMPLETED', noShow: true },
  cancelled: { status: 'CANCELLED' },
};

/** The session's statuses of a booking's, for lists. */
export function sessionStatusesOf(status: Booking['status']): SessionStatus[] {
  return (Object.keys(bySession) as SessionStatus[]).filter((one) => bySession[one].status === status);
}

type Money = Pick<Statuses, 'paymentStatus' | 'refundPending' | 'refundFailed' | 'refundedAmount'>;

function moneyOf({ session, payment, charge }: FoundBooking): Money {
  // Free: nothing was to be paid.
  if (!payment) return { paymentStatus: session ? 'PAID' : 'UNPAID' };
  const paid = session !== null || (charge !== null && charge.capturedMinor > 0);
  if (!paid) return { paymentStatus: 'UNPAID' };
  const goneMinor = charge ? charge.returnedMinor + charge.lostMinor : 0;
  return {
    paymentStatus: goneMinor > 0 ? 'REFUNDED' : 'PAID',
    ...(goneMinor > 0 ? { refundedAmount: toMajorUnits(goneMinor, payment.currency) } : {}),
    ...(payment.status === 'refund_pending' ? { refundPending: true } : {}),
    ...(payment.status === 'refund_failed' ? { refundFailed: true } : {}),
  };
}
