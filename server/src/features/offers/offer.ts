import { isPayable } from '../../gateways/payment/amounts.ts';
import { hourlyOfferOf, type Offer, type OfferingExpert } from '../experts/index.ts';
import type { SessionTypeRecord } from './model.ts';

/**
 * The one answer to what is for sale: listing, holding, settling, moving, pages and mails ask it (rule F1). What was held
 * or booked keeps the terms that were shown with it.
 * @param type null is the expert's hour
 */
export function offerOf(expert: OfferingExpert, type: SessionTypeRecord | null): Offer {
  if (type === null) return hourlyOfferOf(expert);
  const { terms } = type;
  return {
    sessionTypeId: type._id,
    title: type.title,
    isActive: expert.isActive && type.isActive,
    durations: isForSale(expert, type) ? [type.durationMinutes] : [],
    currency: type.currency,
    policy: terms.cancellationPolicy ?? expert.cancellationPolicy,
    requiresApproval: terms.requiresApproval ?? expert.requiresApproval,
    priceMinor: () => type.priceMinor,
    terms: (durationMinutes) => ({
      durationMinutes,
      bufferMinutes: terms.bufferMinutes ?? expert.schedule.bufferMinutes,
      minimumNoticeMinutes: terms.minimumNoticeMinutes ?? expert.schedule.minimumNoticeMinutes,
      maximumAdvanceDays: terms.maximumAdvanceDays ?? expert.schedule.maximumAdvanceDays,
    }),
    seats: type.maxParticipants,
    access: type.access,
    category: type.category,
    pathways: type.pathways,
    questions: type.questions,
    place: type.place,
    calendar: type.calendar,
  };
}

/**
 * Whether a session type can be booked now: active, in the expert's currency, at a price that can be paid (rule F3).
 * Groups are not sold yet.
 */
export function isForSale(
  expert: Pick<OfferingExpert, 'isActive' | 'currency'>,
  type: Pick<SessionTypeRecord, 'isActive' | 'currency' | 'priceMinor' | 'maxParticipants'>,
): boolean {
  const { priceMinor, currency } = type;
  const isPriced = priceMinor === 0 || isPayable(priceMinor, currency);
  return expert.isActive && type.isActive && currency === expert.currency && isPriced && type.maxParticipants === 1;
}
