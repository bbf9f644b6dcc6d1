export { createExpert } from './create-expert.ts';
export { ExpertModel, type ExpertRecord } from './model.ts';
export { presentOwnExpert } from './presenter.ts';
export { assertPayablePrices, hasPayablePrice, offeredDurations, sessionPriceMinor, unpayablePrice } from './prices.ts';
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
