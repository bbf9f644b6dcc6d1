/** The pages of this feature, each fetched when it is opened. */
export const offerPages = {
  own: async () => (await import('./OffersPage.tsx')).OffersPage,
  one: async () => (await import('./OfferPage.tsx')).OfferPage,
};
