/** The codes of refusals that say what to do instead. */
export const refusals = [
  'SLOT_TAKEN',
  'SLOT_NOT_BOOKABLE',
  'OFFER_CHANGED',
  'PRICE_CHANGED',
  'EMAIL_NOT_CONFIRMED',
  'FREE_SESSIONS_FULL',
  'TOO_MANY_HOLDS',
  'HOLD_AGAIN_LATER',
] as const;
