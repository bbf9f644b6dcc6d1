export { sessionTypesQueryOptions } from './api/session-types.ts';
export { OfferCard } from './components/OfferCard.tsx';
export { OffersShown } from './components/OffersShown.tsx';
export { SessionTypeSelector } from './components/SessionTypeSelector.tsx';
export { byPosition, hourlyOfferId, type OfferChoice } from './offer-choice.ts';
export { offerPages } from './pages/index.ts';
export { useOffers } from './use-offers.ts';
