import type { CancellationPolicy, Question } from '@serene/shared/contracts';
import type { OfferAccess, OfferCategory, PlaceKind } from '@serene/shared/offers';
import { type Duration, termsOf, type Terms } from '@serene/shared/scheduling';
import type { Types } from 'mongoose';
import type { ExpertRecord } from './model.ts';
import { hasPayablePrice, sessionPriceMinor } from './prices.ts';

/** Where a session takes place: the built-in room, a link of the expert's own, or an address. */
export type Place = { kind: PlaceKind; text: string };

/** What can be booked with an expert, and on which terms (rule F1). */
export type Offer = {
  /** Null is the hourly offer, the one that every expert begins with. */
  readonly sessionTypeId: Types.ObjectId | null;
  /** Null for the hourly offer: pages and mails say it in the reader's language. */
  readonly title: string | null;
  readonly isActive: boolean;
  /** The lengths that can be booked, in minutes: those whose price can be paid. None where it is not for sale. */
  readonly durations: readonly Duration[];
  readonly currency: string;
  readonly policy: CancellationPolicy;
  readonly requiresApproval: boolean;
  /** The price of a session of so many minutes, in minor units; 0 is free. Asked for a length that was offered once, too. */
  readonly priceMinor: (durationMinutes: number) => number;
  readonly terms: (durationMinutes: number) => Terms;
  readonly seats: number;
  readonly access: OfferAccess;
  readonly category: OfferCategory;
  readonly pathways: readonly string[];
  readonly questions: readonly Question[];
  readonly place: Place;
  readonly calendar: 'own' | 'calendly';
};

/** What of an expert makes their offers. */
export type OfferingExpert = Pick<
  ExpertRecord,
  | 'isActive'
  | 'schedule'
  | 'rateMinor'
  | 'currency'
  | 'cancellationPolicy'
  | 'requiresApproval'
  | 'hourlyOffer'
  | 'offersVersion'
>;

/** The expert's hour, as it is sold by its lengths; switched off it has none. */
export function hourlyOfferOf(expert: OfferingExpert): Offer {
  const { schedule, currency, cancellationPolicy: policy, requiresApproval } = expert;
  const isActive = expert.isActive && expert.hourlyOffer?.isActive !== false;
  return {
    sessionTypeId: null,
    title: null,
    isActive,
    durations: isActive ? schedule.durations.filter((duration) => hasPayablePrice(expert, duration)) : [],
    currency,
    policy,
    requiresApproval,
    priceMinor: (durationMinutes) => sessionPriceMinor(expert, durationMinutes),
    terms: (durationMinutes) => termsOf(schedule, durationMinutes),
    seats: 1,
    access: 'public',
    category: expert.rateMinor === 0 ? 'free' : 'specialized',
    pathways: [],
    questions: [],
    place: { kind: 'room', text: '' },
    calendar: 'own',
  };
}
