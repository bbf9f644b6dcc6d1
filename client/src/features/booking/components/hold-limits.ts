/** The codes by which a limit on bookings and holds refuses one more. */
export const holdLimits = ['FREE_SESSIONS_FULL', 'TOO_MANY_HOLDS', 'HOLD_AGAIN_LATER'] as const;
export type HoldLimit = (typeof holdLimits)[number];
