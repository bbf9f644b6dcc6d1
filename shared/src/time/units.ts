/** Milliseconds: the engine's only unit of time. */
export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
/** 24 hours that elapse; a calendar day can be shorter or longer. */
export const dayMs = 24 * hourMs;
