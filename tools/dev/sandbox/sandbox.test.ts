import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../server/test/test-clock.ts';
import { createSandbox, startSandbox } from './index.ts';
import { keys, startWorld, type World } from './testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const basic = (user: string) => Buffer.from(user).toString('base64');
const good = basic(`${keys.keyId}:${keys.keySecret}`);

describe('authentication (Razorpay docs: API authentication)', () => {
  it.each([
    ['no key', ''],
    ['an unknown key', `Basic ${basic(`rzp_test_Unknown0000001:${keys.keySecret}`)}`],
    ['a wrong secret', `Basic ${basic(`${keys.keyId}:wrong`)}`],
    ['the scheme in lower case', `basic ${good}`],
    ['the scheme in upper case', `BASIC ${good}`],
    ['a quoted token', `Basic "${good}"`],
    ['a bearer token', `Bearer ${good}`],
  ])('refuses %s', async (_case, authorization) => {
    const answer = await world.call('GET', '/v1/orders', { headers: { authorization } });

    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({ error: { code: 'BAD_REQUEST_ERROR', description: 'Authentication failed' } });
  });

  it('accepts the official SDK', async () => {
    expect(await world.sdk.orders.all()).toEqual({ entity: 'collection', count: 0, items: [] });
  });
});

describe('paths and ids', () => {
  it.each([
    ['GET', '/v1/unknown'],
    ['DELETE', '/v1/orders'],
    ['POST', '/v1/refunds'],
    ['POST', '/v1/payments'],
  ])('answers %s %s with 400, not 404', async (method, path) => {
    const answer = await world.call(method, path, method === 'GET' ? {} : { body: {} });

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      error: {
        code: 'BAD_REQUEST_ERROR',
        description: 'The requested URL was not found on the server.',
        source: 'NA',
        step: 'NA',
        reason: 'NA',
        metadata: {},
      },
    });
  });

  it.each(['/v1/orders/order_00000000000000', '/v1/payments/pay_00000000000000', '/v1/refunds/rfnd_00000000000000'])(
    'answers the unknown id of %s with 400, not 404',
    async (path) => {
      expect(await world.call('GET', path)).toMatchObject({
        status: 400,
        body: {
          error: {
            description: 'The id provided does not exist',
            source: 'business',
            step: 'payment_initiation',
            reason: 'input_validation_failed',
          },
        },
      });
    },
  );

  it.each(['order_short', 'pay_00000000000000', 'order_0000000000000-'])('refuses the malformed id %s', async (id) => {
    expect(await world.call('GET', `/v1/orders/${id}`)).toMatchObject({
      status: 400,
      body: { error: { description: `${id} is not a valid id`, reason: 'input_validation_failed' } },
    });
  });

  it('refuses a body that is not JSON with an envelope', async () => {
    const headers = { authorization: `Basic ${good}`, 'content-type': 'application/json' };
    const response = await fetch(`${world.url}/v1/orders`, { method: 'POST', headers, body: '{"amount":' });

    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_REQUEST_ERROR' } });
  });
});

describe('the server', () => {
  it('shows people what it is, and its latest orders and payments', async () => {
    const order = await world.order({ receipt: '<b>"receipt"&' });
    const { razorpay_payment_id: paymentId } = await world.pay(order.id, 'late');

    const html = await (await fetch(world.url)).text();

    expect(html).toContain('Razorpay sandbox');
    expect(html).toContain(order.id);
    expect(html).toContain('INR 1500.00');
    expect(html).toContain(`/_sandbox/payments/${paymentId}/complete`);
    expect(html).not.toContain('<b>');
  });

  it('does not let other sites’ pages in by CORS', async () => {
    const response = await fetch(`${world.url}/v1/orders`, { headers: { origin: 'http://shop.example.com' } });

    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('can be had without a port', async () => {
    const sandbox = createSandbox({ ...keys, clock: createTestClock() });

    await request(sandbox.app)
      .get('/v1/orders')
      .auth(keys.keyId, keys.keySecret)
      .expect(200, { entity: 'collection', count: 0, items: [] });
    await sandbox.close();
  });

  it('says when its port is in use, and listens on the local interface only', async () => {
    const port = Number(new URL(world.url).port);

    await expect(startSandbox({ ...keys, clock: createTestClock(), port })).rejects.toThrow(`Port ${port} is in use.`);
    expect(new URL(world.url).hostname).toBe('127.0.0.1');
  });
});
