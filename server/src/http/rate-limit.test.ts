import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../test/test-database.ts';
import { AppError } from '../errors.ts';
import { createRateLimit, limits, RateCountModel } from './rate-limit.ts';

// Ahead of the database's own clock, which removes the windows that are over.
const clock = createTestClock('2100-01-01T00:00:00Z');
const rateLimit = createRateLimit('on', clock);
const { points, duration } = limits['sign-in-account'];

beforeAll(() => openTestDatabase('rate-limit', [RateCountModel]));
afterAll(closeTestDatabase);
beforeEach(() => RateCountModel.deleteMany({}));

/** Uses a limit `times` at once. @returns what became of each: `passed`, or the code of its refusal */
async function useAtOnce(times: number, key = 'asha@example.com'): Promise<string[]> {
  const uses = Array.from({ length: times }, () => rateLimit('sign-in-account', key));
  return (await Promise.allSettled(uses)).map((use) => {
    if (use.status === 'fulfilled') return 'passed';
    if (use.reason instanceof AppError) return use.reason.code;
    throw use.reason;
  });
}

describe('a rate limit', () => {
  it('lets exactly as many pass as it says, however many come at once', async () => {
    const outcomes = await useAtOnce(60);

    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(points);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_REQUESTS')).toHaveLength(60 - points);
  });

  it('counts each key and each name on its own', async () => {
    await useAtOnce(points);

    expect(await useAtOnce(1, 'anil@example.com')).toEqual(['passed']);
    await expect(rateLimit('sign-in-address', 'asha@example.com')).resolves.toBeUndefined();
  });

  it('says how long to wait, and lets pass again after that', async () => {
    await useAtOnce(points);
    clock.moveBy(60_000);

    const refusal: unknown = await rateLimit('sign-in-account', 'asha@example.com').catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: duration - 60 });
    clock.moveBy((duration - 60) * 1_000);
    expect(await useAtOnce(1)).toEqual(['passed']);
  });

  it('lets everything pass when it is off', async () => {
    const off = createRateLimit('off', clock);

    await Promise.all(Array.from({ length: points + 1 }, () => off('sign-in-account', 'asha@example.com')));

    expect(await RateCountModel.countDocuments()).toBe(0);
  });
});
