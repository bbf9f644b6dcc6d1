import mongoose from 'mongoose';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../errors.ts';

/**
 * Named limits: points per seconds. Kept in Mongo, so they hold for all API processes together. Those of an address are
 * wide, since an office or a mobile network is one address.
 */
export const limits = {
  'sign-in-address': { points: 100, duration: 300 },
  'sign-in-account': { points: 30, duration: 300 },
  'register-address': { points: 60, duration: 3600 },
  'refresh-address': { points: 300, duration: 300 },
  'order-person': { points: 20, duration: 300 },
  'order-address': { points: 100, duration: 300 },
} as const;
export type LimitName = keyof typeof limits;

/** Counts one use. @throws AppError TOO_MANY_REQUESTS with the seconds to wait */
export type RateLimit = (name: LimitName, key: string) => Promise<void>;

/** Limits kept in the connected database; `off` (load tests) lets everything pass. */
export function createRateLimit(mode: 'on' | 'off'): RateLimit {
  if (mode === 'off') return () => Promise.resolve();
  const limiters = new Map<LimitName, RateLimiterMongo>();
  const limiterOf = (name: LimitName) => {
    const existing = limiters.get(name);
    if (existing) return existing;
    const limiter = new RateLimiterMongo({
      storeClient: mongoose.connection.getClient(),
      dbName: mongoose.connection.name,
      tableName: 'ratelimits',
      keyPrefix: name,
      ...limits[name],
    });
    limiters.set(name, limiter);
    return limiter;
  };
  return async (name, key) => {
    try {
      await limiterOf(name).consume(key);
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000));
      throw new AppError('TOO_MANY_REQUESTS', `Too many tries. Wait ${seconds} seconds.`, {
        retryAfterSeconds: seconds,
      });
    }
  };
}
