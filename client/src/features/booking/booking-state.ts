import type { Booking } from '@serene/shared/contracts';

type Stand = Pick<Booking, 'status' | 'paymentStatus'>;

/** Whether its time is held and waits to be paid. */
export function isHeld(booking: Stand): boolean {
  return booking.status === 'PENDING' && isUnpaid(booking);
}

/** Whether its money may still come: it is held, or its hold is over and nothing of it was ever paid. */
export function isUnpaid({ status, paymentStatus }: Stand): boolean {
  return (status === 'PENDING' || status === 'CANCELLED') && (paymentStatus === 'UNPAID' || paymentStatus === 'FAILED');
}
