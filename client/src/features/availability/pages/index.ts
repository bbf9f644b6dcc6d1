/** The pages of this feature, each fetched when it is opened. */
export const availabilityPages = {
  week: async () => (await import('./AvailabilityPage.tsx')).AvailabilityPage,
};
