/**
 * The pages of this feature, each fetched when it is opened. The editor is reached from the list, which knows what to
 * fetch for it: known here, that would be part of what every visit begins with.
 */
export const offerPages = {
  own: async () => (await import('./OffersPage.tsx')).OffersPage,
  one: async () => (await import('./OffersPage.tsx')).fetchOfferPage(),
};
