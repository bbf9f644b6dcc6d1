import { authEndpoints } from './auth.ts';
import { calendarEndpoints } from './calendars.ts';
import { expertEndpoints } from './experts.ts';
import { mailEndpoints } from './mails.ts';
import { paymentEndpoints } from './payments.ts';
import { bookingEndpoints } from './bookings.ts';
import { sessionTypeEndpoints } from './session-types.ts';
import { sessionEndpoints } from './sessions.ts';

/** Every endpoint of the API. */
export const endpoints = {
  ...authEndpoints,
  ...bookingEndpoints,
  ...calendarEndpoints,
  ...expertEndpoints,
  ...mailEndpoints,
  ...paymentEndpoints,
  ...sessionEndpoints,
  ...sessionTypeEndpoints,
} as const;
export type Endpoints = typeof endpoints;
export type EndpointKey = keyof Endpoints;
