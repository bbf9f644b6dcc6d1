import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { BookingWorld, errorOf } from '../../test/booking-world.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('api');
});
afterAll(() => world.close());

describe('the API as a whole', () => {
  it('answers an unknown path with the error envelope and a request id', async () => {
    const response = await request(world.server).get('/api/v1/nothing');

    expect(response.status).toBe(404);
    expect(errorOf(response)).toMatchObject({ code: 'NOT_FOUND', requestId: response.headers['x-request-id'] });
  });

  it('keeps the request id of a proxy, but not a strange one', async () => {
    const kept = await request(world.server).get('/api/v1/nothing').set('X-Request-Id', 'proxy-0123456789');
    const replaced = await request(world.server).get('/api/v1/nothing').set('X-Request-Id', '<script>');

    expect(kept.headers['x-request-id']).toBe('proxy-0123456789');
    expect(replaced.headers['x-request-id']).toMatch(/^[\w-]{36}$/);
  });

  it.each([
    ['no JSON', '{"name":', 400, 'VALIDATION_FAILED'],
    ['no object', '[1,2]', 400, 'VALIDATION_FAILED'],
    ['too large', JSON.stringify({ name: 'x'.repeat(200_000) }), 413, 'PAYLOAD_TOO_LARGE'],
  ])('refuses a body that is %s', async (_what, body, status, code) => {
    const response = await request(world.server)
      .post('/api/v1/auth/register')
      .set('Content-Type', 'application/json')
      .send(body);

    expect(response.status).toBe(status);
    expect(errorOf(response).code).toBe(code);
  });

  it.each(
    ['/auth/login', '/payments/webhooks/razorpay'].flatMap((path) =>
      ['gzip', 'deflate', 'br', 'zstd-of-tomorrow'].map((encoding) => [path, encoding] as const),
    ),
  )('refuses a body to %s that is not the %s it says it is', async (path, encoding) => {
    const response = await request(world.server)
      .post(`/api/v1${path}`)
      .set({ 'Content-Type': 'application/json', 'Content-Encoding': encoding })
      .send('{"email":"asha@example.com","password":"a long password"}');

    expect(response.status).toBe(400);
    expect(errorOf(response).code).toBe('VALIDATION_FAILED');
  });

  it.each([
    ['text/plain', '{"email":"asha@example.com","password":"a long password"}'],
    ['application/x-www-form-urlencoded', 'email=asha%40example.com'],
  ])('refuses a body of the type %s instead of overlooking it', async (type, body) => {
    const response = await request(world.server).post('/api/v1/auth/login').set('Content-Type', type).send(body);

    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain('Content-Type: must be application/json');
  });

  it('asks for a sign-in where one is needed, before it looks at the input', async () => {
    const response = await request(world.server).post('/api/v1/payments/create-order').send({});

    expect(response.status).toBe(401);
    expect(errorOf(response).code).toBe('UNAUTHENTICATED');
  });

  it('refuses a token that was tampered with', async () => {
    const { token } = await world.customer();

    expect((await world.get('/sessions', { token: `${token.slice(0, -2)}xx` })).status).toBe(401);
  });

  it('says that it is alive and ready', async () => {
    expect((await request(world.server).get('/healthz')).status).toBe(200);
    expect((await request(world.server).get('/readyz')).body).toEqual({ success: true });
  });
});
