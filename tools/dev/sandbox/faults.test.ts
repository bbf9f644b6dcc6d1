import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from './testing/eventually.ts';
import { connectSdk, startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => world.control('DELETE', '/faults'));
afterAll(() => world.close());

const set = (...api: object[]) => world.control('POST', '/faults', { api });
const caught = (work: Promise<unknown>) => work.catch((error: unknown) => error);
const orders = async () => (await world.state()).orders.length;
const create = (sdk = world.sdk) => sdk.orders.create({ amount: 100, currency: 'INR' });

describe('faults as the SDK sees them', () => {
  it('429 comes with Retry-After', async () => {
    await set({ fault: '429', retryAfter: 7, count: 2 });

    expect(await caught(create())).toMatchObject({ statusCode: 429, error: { description: 'Too many requests' } });
    expect((await world.call('GET', '/v1/orders')).headers.get('retry-after')).toBe('7');
  });

  it('502 is HTML, so the error is lost', async () => {
    await set({ fault: '502', count: 1 });

    expect(await caught(create())).toEqual({ statusCode: 502, error: undefined });
  });

  it('a reset connection becomes a TypeError', async () => {
    await set({ fault: 'reset', count: 1 });

    expect(await caught(create())).toBeInstanceOf(TypeError);
  });

  it('a hanging call ends by the caller’s time limit alone', async () => {
    await set({ fault: 'hang', count: 1 });

    expect(await caught(create(connectSdk(world.url, { timeoutMs: 100 })))).toBeInstanceOf(TypeError);
  });

  it('truncated JSON resolves with the raw text', async () => {
    await set({ fault: 'truncated', count: 1 });

    expect(await create()).toMatch(/^\{"id":"order_/);
  });

  it('a delay lets the operation happen although the caller left', async () => {
    const before = await orders();
    await set({ fault: 'delay', ms: 1000, count: 1 });

    expect(await caught(create(connectSdk(world.url, { timeoutMs: 50 })))).toBeInstanceOf(TypeError);
    expect(await orders()).toBe(before);

    await eventually(orders).toBe(before + 1);
  });
});

describe('afterCommit', () => {
  it.each([{ fault: '502' }, { fault: 'reset' }, { fault: 'hang' }])(
    '$fault: it happened, the answer is lost',
    async (fault) => {
      const before = await orders();
      await set({ ...fault, afterCommit: true, count: 1 });

      await caught(create(connectSdk(world.url, { timeoutMs: 200 })));

      await eventually(orders).toBe(before + 1);
    },
  );

  it.each([{ fault: '502' }, { fault: 'reset' }, { fault: 'hang' }])(
    '$fault without it: nothing happened',
    async (fault) => {
      const before = await orders();
      await set({ ...fault, count: 1 });

      await caught(create(connectSdk(world.url, { timeoutMs: 200 })));

      expect(await orders()).toBe(before);
    },
  );

  it('a refund whose answer hangs is refunded once by its key, when the caller has given up', async () => {
    const { razorpay_payment_id: id } = await world.pay((await world.order()).id);
    const headers = { 'X-Refund-Idempotency': 'refund-key-0001' };
    const refund = (signal: AbortSignal | null = null) =>
      world.call('POST', `/v1/payments/${id}/refund`, { headers, body: { amount: 500 }, signal });
    await set({ fault: 'hang', afterCommit: true, count: 1, method: 'POST', path: '/v1/payments/*/refund' });
    await expect(refund(AbortSignal.timeout(100))).rejects.toThrow('timeout');

    await eventually(() => refund()).toMatchObject({ status: 200, body: { amount: 500 } });
    expect(await world.payment(id)).toMatchObject({ amount_refunded: 500 });
  });
});

describe('matching', () => {
  it('strikes by method and path, as often as counted', async () => {
    const { id } = await world.order();
    await set({ fault: '502', method: 'GET', path: '/v1/orders/*/payments', count: 2 });

    expect(await world.sdk.orders.fetch(id)).toMatchObject({ id });
    const outcomes = [];
    for (let i = 0; i < 3; i += 1) outcomes.push(await caught(world.sdk.orders.fetchPayments(id)));

    expect(outcomes).toMatchObject([{ statusCode: 502 }, { statusCode: 502 }, { entity: 'collection' }]);
  });

  it('strikes until cleared without a count', async () => {
    await set({ fault: '502' });
    for (let i = 0; i < 3; i += 1) expect(await caught(create())).toMatchObject({ statusCode: 502 });

    await world.control('DELETE', '/faults');

    expect(await create()).toMatchObject({ entity: 'order' });
  });

  it('leaves the sandbox’s own doors alone', async () => {
    await set({ fault: 'reset' });

    expect((await world.control('GET', '/state')).status).toBe(200);
  });

  it.each([[{ fault: 'fire' }], [{ fault: 'delay' }], [{ fault: '502', path: '/orders' }]])(
    'refuses %o',
    async (fault) => {
      expect((await set(fault)).status).toBe(400);
    },
  );
});
