/** What a price and an audience make of an offer: free costs nothing; a pathway is one of the expert's longer ways. */
export const offerCategories = ['free', 'pathway', 'specialized'] as const;
export type OfferCategory = (typeof offerCategories)[number];
export const offerAccesses = ['public', 'members'] as const;
export type OfferAccess = (typeof offerAccesses)[number];
/** The closed palette of offers: a client has a light and a dark shade of each. */
export const offerColors = ['blue', 'teal', 'green', 'amber', 'rose', 'violet', 'slate'] as const;
export type OfferColor = (typeof offerColors)[number];
export const questionKinds = ['short', 'long', 'choice', 'yes-no', 'phone'] as const;
export type QuestionKind = (typeof questionKinds)[number];
export const placeKinds = ['room', 'link', 'address'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** Limits of an offer's texts (characters) and lists (items), shared by form, request and database (rule F3). */
export const offerLimits = {
  title: 80,
  description: 1_000,
  questions: 10,
  question: 200,
  choices: 20,
  choice: 100,
  pathways: 20,
  pathway: 80,
  place: 500,
  /** Active session types of one expert. */
  active: 50,
  /** Of an expert, those that are off included. */
  all: 200,
  notes: 2_000,
  shortAnswer: 200,
  longAnswer: 2_000,
} as const;

/** From where to where the numbers of an offer go, in minutes or days, shared by form and request (rules F2 and F3). */
export const offerRanges = {
  durationMinutes: { least: 5, most: 480, step: 5 },
  bufferMinutes: { least: 0, most: 240, step: 5 },
  minimumNoticeMinutes: { least: 0, most: 60 * 24 * 30, step: 1 },
  maximumAdvanceDays: { least: 1, most: 365, step: 1 },
} as const;
