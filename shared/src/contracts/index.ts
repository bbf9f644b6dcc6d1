import { authEndpoints } from './auth.ts';
import { calendarEndpoints } from './calendars.ts';
import { expertEndpoints } from './experts.ts';
import { mailEndpoints } from './mails.ts';
import { paymentEndpoints } from './payments.ts';
import { sessionEndpoints } from './sessions.ts';

export * from './auth.ts';
export * from './calendars.ts';
export * from './checkouts.ts';
export * from './common.ts';
export * from './endpoint.ts';
export type * from './error-details.ts';
export * from './errors.ts';
export * from './experts.ts';
export * from './limits.ts';
export * from './mails.ts';
export * from './payments.ts';
export * from './refunds.ts';
export * from './schedule.ts';
export * from './sessions.ts';

/** Every endpoint of the API. */
export const endpoints = {
  ...authEndpoints,
  ...calendarEndpoints,
  ...expertEndpoints,
  ...mailEndpoints,
  ...paymentEndpoints,
  ...sessionEndpoints,
} as const;
export type Endpoints = typeof endpoints;
export type EndpointKey = keyof Endpoints;
