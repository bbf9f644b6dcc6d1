export { createExpert } from './create-expert.ts';
export { ExpertModel, type ExpertRecord } from './model.ts';
export { hourlyOfferOf, type Offer, type OfferingExpert, type Place } from './offer.ts';
export { presentOwnExpert } from './presenter.ts';
export { assertPayablePrices, unpayablePrice } from './prices.ts';
export {
  addRating,
  compareAndSetAvailability,
  confirmSchedule,
  findAnyExpert,
  findBookableExpert,
  findExpertById,
  findExpertOfUser,
  findExpertsByIds,
  findStoredExpert,
  raiseOffersVersion,
  replaceHourlyOffer,
  setHasFreeTalk,
  type AvailabilitySettings,
} from './repository.ts';
export { expertRoutes } from './routes.ts';
