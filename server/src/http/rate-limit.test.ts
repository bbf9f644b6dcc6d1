import { limits, type LimitName } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smallApp } from '../../test/small-app.ts';
import { createTestClock } from '../../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../../test/test-database.ts';
import { AppError } from '../errors.ts';
import { createEndpoint } from './endpoint.ts';
import { createRateLimit, type Caller } from './rate-limit.ts';
import { createRouter } from './router.ts';
import { RateCountModel } from './use-count-model.ts';

// Ahead of the database's own clock, which removes the windows that are over.
const clock = createTestClock('2100-01-01T00:00:00Z');
const rateLimit = createRateLimit('on', clock);
const { uses, seconds } = limits.order.person;
let made = 0;

beforeAll(() => openTestDatabase('rate-limit', [RateCountModel]));
afterAll(closeTestDatabase);
beforeEach(() => RateCountModel.deleteMany({}));

/** Somebody whom no other test has met. */
const somebody = () => `person-${(made += 1)}`;

/** Uses a limit `times` at once. @returns what became of each: `passed`, or the code of its refusal */
async function useAtOnce(times: number, caller: Caller, name: LimitName = 'order'): Promise<string[]> {
  const tries = Array.from({ length: times }, () => rateLimit(name, caller));
  return (await Promise.allSettled(tries)).map((use) => {
    if (use.status === 'fulfilled') return 'passed';
    if (use.reason instanceof AppError) return use.reason.code;
    throw use.reason;
  });
}

describe('a rate limit', () => {
  it('lets exactly as many pass as it says, however many come at once', async () => {
    const outcomes = await useAtOnce(60, { person: somebody() });

    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(uses);
    expect(outcomes.filter((outcome) => outcome === 'TOO_MANY_REQUESTS')).toHaveLength(60 - uses);
  });

  it('counts each person and each name on its own', async () => {
    const person = somebody();
    await useAtOnce(uses, { person });

    expect(await useAtOnce(1, { person: somebody() })).toEqual(['passed']);
    await expect(rateLimit('move', { person })).resolves.toBeUndefined();
  });

  it('counts all people of a network together', async () => {
    const network = '203.0.113.1';
    const people = Array.from({ length: limits.order.network.uses }, () => ({ person: somebody(), network }));
    for (const caller of people) await rateLimit('order', caller);

    await expect(rateLimit('order', { person: somebody(), network })).rejects.toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
    await expect(rateLimit('order', { person: somebody(), network: '203.0.113.2' })).resolves.toBeUndefined();
  });

  it('does not count for the network what one person tries in vain', async () => {
    const [person, network] = [somebody(), '203.0.113.3'];
    await useAtOnce(limits.order.network.uses + uses, { person, network });

    expect(await useAtOnce(1, { person: somebody(), network })).toEqual(['passed']);
  });

  it('writes no more for whoever goes on after the window is full', async () => {
    const person = somebody();
    await useAtOnce(uses + 1, { person });
    await RateCountModel.deleteMany({});

    expect(await useAtOnce(1, { person })).toEqual(['TOO_MANY_REQUESTS']);
    expect(await RateCountModel.countDocuments()).toBe(0);
  });

  it('refuses on an endpoint, once the window is full, before the sign-in is looked up', async () => {
    const caller = { userId: new Types.ObjectId(), roles: [], expertId: null, signInId: new Types.ObjectId() };
    let lookedUp = 0;
    const signIns = {
      verifyAccessToken: () => caller,
      requireLiveSignIn: async () => void (lookedUp += 1),
    };
    const router = createRouter();
    createEndpoint(signIns, rateLimit)(router, 'DELETE /me/sign-ins', async () => {
      return { status: 200, body: { success: true } };
    });
    const app = smallApp(router);
    const call = () => request(app).delete('/api/v1/me/sign-ins').set('Authorization', 'Bearer token');
    const { uses: most } = limits.change.person;
    await useAtOnce(most, { person: caller.userId.toHexString() }, 'change');

    const first = await call();
    const second = await call();

    expect([first.status, second.status]).toEqual([429, 429]);
    // The first of them found out that the window is full.
    expect(lookedUp).toBe(1);
  });

  it('says how long to wait, and lets pass again after that', async () => {
    const person = somebody();
    await useAtOnce(uses, { person });
    clock.moveBy(60_000);

    const refusal: unknown = await rateLimit('order', { person }).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryAfterSeconds: seconds - 60 });
    clock.moveBy((seconds - 60) * 1_000);
    expect(await useAtOnce(1, { person })).toEqual(['passed']);
  });

  it('counts what reads without a write', async () => {
    const person = somebody();
    const outcomes = await useAtOnce(limits.read.person.uses + 1, { person, network: '203.0.113.4' }, 'read');

    expect(outcomes.at(-2)).toBe('passed');
    expect(outcomes.at(-1)).toBe('TOO_MANY_REQUESTS');
    expect(await RateCountModel.countDocuments()).toBe(0);
    clock.moveBy(limits.read.person.seconds * 1_000);
    expect(await useAtOnce(1, { person }, 'read')).toEqual(['passed']);
  });

  it('lets everything pass when it is off', async () => {
    const off = createRateLimit('off', clock);

    await Promise.all(Array.from({ length: uses + 1 }, () => off('order', { person: 'asha' })));

    expect(await RateCountModel.countDocuments()).toBe(0);
  });
});
