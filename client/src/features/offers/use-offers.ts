import { useSessionTypes } from './api/session-types.ts';
import { choicesOf, type OfferChoice, type OfferingExpert } from './offer-choice.ts';

/** What can be booked with an expert. Where the session types cannot be loaded, the hour is still known. */
export type Offers = { offers: OfferChoice[] | undefined; error: Error | null; retry: () => void };

/** All that can be booked with an expert now, in the order of the server; the hour comes first. */
export function useOffers(expert: OfferingExpert): Offers {
  const { data, error, refetch } = useSessionTypes(expert.id);
  const hasFailed = error !== null && data === undefined;
  return {
    offers: data === undefined && !hasFailed ? undefined : choicesOf(expert, data ?? []),
    error: hasFailed ? error : null,
    retry: () => void refetch(),
  };
}
