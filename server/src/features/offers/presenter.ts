import type { HourlyOffer, SessionType } from '@serene/shared/contracts';
import { toMajorUnits } from '@serene/shared/money';
import type { ExpertRecord, OfferingExpert } from '../experts/index.ts';
import type { SessionTypeRecord } from './model.ts';
import { isForSale, offerOf } from './offer.ts';

/** A session type as customers see it; its expert and admins also see its own terms and the text of its place. */
export function presentSessionType(type: SessionTypeRecord, expert: OfferingExpert, forOwner: boolean): SessionType {
  const { policy, requiresApproval } = offerOf(expert, type);
  return {
    id: type._id.toHexString(),
    expertId: type.expertId.toHexString(),
    title: type.title,
    description: type.description,
    durationMinutes: type.durationMinutes,
    price: toMajorUnits(type.priceMinor, type.currency),
    priceMinor: type.priceMinor,
    currency: type.currency,
    isActive: type.isActive,
    color: type.color,
    maxParticipants: type.maxParticipants,
    category: type.category,
    access: type.access,
    pathways: type.pathways,
    questions: type.questions,
    place: forOwner ? type.place : { kind: type.place.kind },
    calendar: type.calendar,
    requiresApproval,
    cancellationPolicy: policy,
    ...(forOwner ? { terms: type.terms } : {}),
    isForSale: isForSale(expert, type),
    position: type.position,
    version: type.version,
  };
}

/** The expert's hour, for themselves. */
export function presentHourlyOffer({ rateMinor, currency, schedule, hourlyOffer }: ExpertRecord): HourlyOffer {
  return {
    isActive: hourlyOffer?.isActive ?? true,
    rate: toMajorUnits(rateMinor, currency),
    rateMinor,
    currency,
    durations: schedule.durations,
    version: hourlyOffer?.version ?? 0,
  };
}
