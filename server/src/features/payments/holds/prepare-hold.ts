import { minuteMs } from '@serene/shared/time';
import { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import { assertNotOneself, type BookingWish } from '../../availability/index.ts';
import { busyUntilOf, findHold } from '../../claims/index.ts';
import { findExpertById, type Offer } from '../../experts/index.ts';
import { assertOffered, findOffer, readDetails } from '../../offers/index.ts';
import type { BookingSnapshot } from '../records/payment-model.ts';
import type { WantedSlot } from './hold-slot.ts';
import { assertPrice, type ShownPrice } from './shown-price.ts';

type HoldWish = {
  wish: BookingWish;
  /** Null where the customer did not say. */
  shown: ShownPrice | null;
  /** Where the customer is, for the limits on holds; null where they are off. */
  network: string | null;
  /** Made outside, where a repeated request must book the same (rule B6). */
  bookingId?: Types.ObjectId;
  /** The lapsed booking that it tries again (rule B5). */
  retryOf?: Types.ObjectId;
};

/**
 * What is to be held: offer, price, terms and answers as they are now.
 * @throws AppError NOT_FOUND, OFFER_CHANGED, PRICE_CHANGED, VALIDATION_FAILED
 */
export async function prepareHold({ wish, shown, network, bookingId, retryOf }: HoldWish): Promise<WantedSlot> {
  const { expertId, userId, duration } = wish;
  const [expert, hold] = await Promise.all([findExpertById(expertId), findHold({ expertId, userId })]);
  if (!expert?.isActive) throw notFound('The expert');
  assertNotOneself(expert, userId);
  const offer = await findOffer(expert, wish.sessionTypeId);
  await assertOffered(expert, offer, duration);
  const booking = snapshotBooking(offer, { ...wish, clientTimezone: wish.clientTimezone ?? expert.schedule.timezone });
  const amountMinor = assertPrice(offer, duration, shown);
  const details = readDetails(offer, wish);
  const ids = { bookingId: bookingId ?? new Types.ObjectId(), retryOf: retryOf ?? null };
  return { userId, expert, offer, booking, details, amountMinor, network, hold, ...ids };
}

function snapshotBooking(
  offer: Offer,
  { startsAt, duration, clientTimezone }: BookingWish & { clientTimezone: string },
): BookingSnapshot {
  const endsAt = new Date(startsAt.getTime() + duration * minuteMs);
  return {
    startsAt,
    endsAt,
    busyUntil: busyUntilOf(endsAt, offer.terms(duration)),
    duration,
    sessionTypeId: offer.sessionTypeId,
    policy: offer.policy,
    requiresApproval: offer.requiresApproval,
    clientTimezone,
  };
}
