export {
  offerAccesses,
  offerCategories,
  offerColors,
  offerLimits,
  offerRanges,
  placeKinds,
  questionKinds,
  type OfferAccess,
  type OfferCategory,
  type OfferColor,
  type PlaceKind,
  type QuestionKind,
} from './limits.ts';
