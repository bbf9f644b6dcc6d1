import { createServer, type Server } from 'node:http';
import { createApp } from '../src/app.ts';
import type { BookingWorld } from './booking-world.ts';

/** The product of a world once more, with its limits on; `X-Forwarded-For` says where a request comes from. */
export function listenWithLimits({ clock, gateways, logger, config }: BookingWorld): Server {
  const limited = { ...config, RATE_LIMITS: 'on' as const, TRUST_PROXY: 1 };
  return createServer(createApp({ clock, gateways, logger, config: limited })).listen(0, '127.0.0.1');
}
