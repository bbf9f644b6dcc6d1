export { offerKeys } from './api/keys.ts';
export {
  sessionTypeQueryOptions,
  sessionTypesQueryOptions,
  useSessionType,
  useSessionTypes,
} from './api/session-types.ts';
export { OfferCard } from './components/OfferCard.tsx';
export { OffersShown } from './components/OffersShown.tsx';
export { SessionTypeSelector } from './components/SessionTypeSelector.tsx';
export {
  byPosition,
  choiceOfType,
  choicesOf,
  hourlyOfferId,
  type OfferChoice,
  type OfferingExpert,
} from './offer-choice.ts';
export { priceText } from './offer-text.ts';
export { offerPages } from './pages/index.ts';
export { useOffers } from './use-offers.ts';
