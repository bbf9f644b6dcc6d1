import { AppError } from '../../../errors.ts';
import { nearestFreeStarts } from '../../availability/index.ts';
import { findExpertById } from '../../experts/index.ts';
import { findBookedOffer } from '../../offers/index.ts';
import { presentRefund } from '../presenter.ts';
import type { Settlement } from './settle.ts';

/**
 * What the customer hears whose money came but bought no session (rule M8): the refund, and times that are free. It
 * blames nobody: the slot may be sold, in time off or past, or the money not what was asked for.
 */
export async function slotLost(
  { payment, refund }: Extract<Settlement, { outcome: 'slot-lost' }>,
  now: Date,
): Promise<AppError> {
  const expert = await findExpertById(payment.expertId);
  const nearest = expert?.isActive
    ? await nearestFreeStarts({
        expert,
        terms: (await findBookedOffer(expert, payment.booking.sessionTypeId)).terms(payment.booking.duration),
        around: payment.booking.startsAt,
        now,
      })
    : [];
  const money = refund ? 'Your full refund has started.' : 'Nothing was charged; your bank will release the amount.';
  return new AppError('SLOT_TAKEN', `The time could no longer be booked. ${money}`, {
    details: {
      nearest: nearest.map((start) => start.toISOString()),
      ...(refund ? { refund: presentRefund(refund) } : {}),
    },
  });
}
