import type { Expert } from '@serene/shared/contracts';
import type { OfferChoice } from '../../offers/index.ts';
import type { BookableExpert } from '../expert.ts';

/** The expert on the terms of an offer: its lengths, prices and rules in place of those of the hour. */
export function onTermsOf(expert: Expert, offer: OfferChoice | undefined): BookableExpert {
  if (offer === undefined) return expert;
  const { prices, currency, requiresApproval, cancellationPolicy, sessionType } = offer;
  const durations = prices.map(({ duration }) => duration);
  const title = sessionType === null ? {} : { offerTitle: sessionType.title };
  return { ...expert, prices, durations, currency, requiresApproval, cancellationPolicy, ...title };
}
