export { createExpert } from './create-expert.ts';
export { ExpertModel, type ExpertRecord } from './model.ts';
export { presentOwnExpert } from './presenter.ts';
export { offerOf, type Offer, type OfferingExpert } from './offer.ts';
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
  type AvailabilitySettings,
} from './repository.ts';
export { expertRoutes } from './routes.ts';
