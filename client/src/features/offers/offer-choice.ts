import type { CancellationPolicy, Expert, SessionType } from '@serene/shared/contracts';
import type { OfferColor } from '@serene/shared/offers';
import { words } from './words.ts';

/** The hour of an expert among their offers: it has no id of its own. */
export const hourlyOfferId = 'hourly';

/** A length in minutes, and what it costs in major units. */
type OfferPrice = { duration: number; amount: number };

/** Something that can be booked with an expert: a session type of theirs or their hour, so that both stand in one list. */
export type OfferChoice = {
  /** What lists and addresses know it by: the id of the session type, or `hourly`. */
  id: string;
  /** As the API knows it: null is the hour. */
  sessionTypeId: string | null;
  title: string;
  description: string;
  /** Shortest first. A session type has one. */
  prices: readonly OfferPrice[];
  currency: string;
  color: OfferColor;
  isPathway: boolean;
  isForMembers: boolean;
  requiresApproval: boolean;
  cancellationPolicy: CancellationPolicy;
  /** Its questions, pathways and place; null for the hour, which has none. */
  sessionType: SessionType | null;
};

/** What of an expert makes their hour. */
export type OfferingExpert = Pick<Expert, 'id' | 'prices' | 'currency' | 'requiresApproval' | 'cancellationPolicy'>;

/** A session type as a choice. */
export function choiceOfType(sessionType: SessionType): OfferChoice {
  const { id, title, description, durationMinutes, price, currency, color, category, access } = sessionType;
  return {
    id,
    sessionTypeId: id,
    title,
    description,
    prices: [{ duration: durationMinutes, amount: price }],
    currency,
    color,
    isPathway: category === 'pathway',
    isForMembers: access === 'members',
    requiresApproval: sessionType.requiresApproval,
    cancellationPolicy: sessionType.cancellationPolicy,
    sessionType,
  };
}

/** The hour of an expert as a choice. */
export function choiceOfHour(expert: Omit<OfferingExpert, 'id'>): OfferChoice {
  const { prices, currency, requiresApproval, cancellationPolicy } = expert;
  return {
    id: hourlyOfferId,
    sessionTypeId: null,
    title: words.hourlyTitle,
    description: words.hourlyDescription,
    prices: prices.toSorted((one, other) => one.duration - other.duration),
    currency,
    color: 'slate',
    isPathway: false,
    isForMembers: false,
    requiresApproval,
    cancellationPolicy,
    sessionType: null,
  };
}

/** All that can be booked with an expert now: the hour, unless it is switched off, then the session types as they come. */
export function choicesOf(expert: OfferingExpert, sessionTypes: readonly SessionType[]): OfferChoice[] {
  return [
    ...(expert.prices.length > 0 ? [choiceOfHour(expert)] : []),
    ...sessionTypes.filter(({ isForSale }) => isForSale).map(choiceOfType),
  ];
}

/** As the expert arranged the cards of the profile; lists of the API are sorted by length (F5). */
export function byPosition(choices: readonly OfferChoice[]): OfferChoice[] {
  return choices.toSorted((one, other) => positionOf(one) - positionOf(other));
}

function positionOf({ sessionType }: OfferChoice): number {
  return sessionType?.position ?? -1;
}
