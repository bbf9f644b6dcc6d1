import { authEndpoints } from './auth.ts';
import { expertEndpoints } from './experts.ts';
import { paymentEndpoints } from './payments.ts';
import { sessionEndpoints } from './sessions.ts';

export * from './auth.ts';
export * from './common.ts';
export * from './endpoint.ts';
export * from './errors.ts';
export * from './experts.ts';
export * from './payments.ts';
export * from './schedule.ts';
export * from './sessions.ts';

/** Every endpoint of the API. */
export const endpoints = { ...authEndpoints, ...expertEndpoints, ...paymentEndpoints, ...sessionEndpoints } as const;
export type Endpoints = typeof endpoints;
export type EndpointKey = keyof Endpoints;
