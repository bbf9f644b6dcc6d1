import type { RequestHandler } from 'express';
import type { Clock } from '../infra/clock.ts';

/**
 * Each answer tells the server's time as `X-Server-Time`, by which pages count: the clock of a device may be days off.
 * `Date` would not do: a proxy sets its own, and it knows whole seconds only.
 */
export function serverTime(clock: Clock): RequestHandler {
  return (_request, response, next) => {
    response.set('X-Server-Time', clock.now().toISOString());
    next();
  };
}
