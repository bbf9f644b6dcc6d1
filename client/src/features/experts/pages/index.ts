import { loadExpertPage } from '../load-expert-page.ts';

/** The pages of this feature, each fetched when it is opened. */
export const expertPages = {
  list: async () => (await import('./ExpertsPage.tsx')).ExpertsPage,
  profile: loadExpertPage,
  booking: async () => (await import('./BookingPage.tsx')).BookingPage,
};
