import { dayMs, minuteMs } from '@serene/shared/time';
import { AppError } from '../../../errors.ts';
import type { BookingSnapshot, PaymentRecord } from '../records/payment-model.ts';

/** "Hold it again" is one press, once: after that the time must be free for others for so long. */
const pauseMs = 10 * minuteMs;
const freeHolds = 2;
/** Holds before that are forgotten. */
export const holdMemoryMs = dayMs;

type Earlier = Pick<PaymentRecord, 'booking' | 'status' | 'updatedAt'>;
type Slot = Pick<BookingSnapshot, 'startsAt' | 'busyUntil'>;

/**
 * Whether a person may hold a time once more (rule S4). Times that overlap count as the same, so a quarter of an hour
 * later or another duration is no way around.
 * @param earlier the person's orders with this expert that were not paid
 * @throws AppError HOLD_AGAIN_LATER with the seconds to wait
 */
export function requireRestBetweenHolds(earlier: readonly Earlier[], slot: Slot, now: Date): void {
  const same = earlier.filter(({ booking }) => booking.startsAt < slot.busyUntil && booking.busyUntil > slot.startsAt);
  if (same.length < freeHolds) return;
  // One that is open yet ends with this request at the earliest.
  const ends = same.map(({ status, updatedAt }) => (status === 'created' ? now : updatedAt).getTime());
  const waitMs = Math.max(...ends) + pauseMs - now.getTime();
  if (waitMs <= 0) return;
  throw new AppError(
    'HOLD_AGAIN_LATER',
    "You can't hold this time again yet; you have not been charged. Wait ten minutes, or choose another time.",
    { retryAfterSeconds: Math.ceil(waitMs / 1_000) },
  );
}
