import { createServer, type Server } from 'node:http';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { appOf, BookingWorld, errorOf, type TestPerson } from '../../test/booking-world.ts';
import { openDatabaseLine, type DatabaseLine } from '../../test/database-line.ts';

let line: DatabaseLine;
let world: BookingWorld;
let impatient: Server;
let asha: TestPerson;
beforeAll(async () => {
  line = await openDatabaseLine();
  world = await BookingWorld.open('hanging-database', line.uri);
  impatient = createServer(appOf(world, { databasePatienceMs: 300 })).listen(0, '127.0.0.1');
  asha = await world.customer();
});
afterEach(() => {
  line.resume();
});
afterAll(async () => {
  impatient.close();
  await world.close();
  await line.close();
});

const ask = (method: 'get' | 'post', path: string, body?: object) =>
  request(impatient)[method](path).set('Authorization', `Bearer ${asha.token}`).send(body);

describe('a database that hangs: it keeps its connections and answers nothing', () => {
  it('is said to be away at every door', async () => {
    line.hang();

    const responses = await Promise.all([
      ask('get', '/api/v1/experts'),
      ask('get', '/api/v1/me'),
      ask('get', '/api/v1/sessions'),
      ask('get', '/api/v1/experts/sarah-khan/availability/stream'),
      ask('get', `/api/v1/feeds/${'t'.repeat(43)}.ics`),
      ask('post', '/api/v1/auth/login', { email: 'asha@example.com', password: 'a long password' }),
      ask('post', '/api/v1/auth/forgot-password', { email: 'asha@example.com' }),
    ]);

    for (const response of responses) {
      expect(response.status).toBe(503);
      expect(errorOf(response)).toMatchObject({ code: 'BUSY', requestId: response.headers['x-request-id'] });
      expect(response.headers['retry-after']).toMatch(/^\d+$/);
      expect(response.text).not.toMatch(/mongo/i);
    }
  });

  it('makes a process not ready within two seconds, while it is alive', async () => {
    line.hang();
    const asked = performance.now();

    const [ready, alive] = await Promise.all([ask('get', '/readyz'), ask('get', '/healthz')]);

    expect([ready.status, alive.status]).toEqual([503, 200]);
    expect(performance.now() - asked).toBeLessThan(2_000);
  });

  it('is used again when it goes on', async () => {
    line.hang();
    expect((await ask('get', '/api/v1/experts')).status).toBe(503);
    line.resume();

    await expect.poll(async () => (await ask('get', '/readyz')).status, { timeout: 10_000 }).toBe(200);
    expect((await ask('get', '/api/v1/me')).status).toBe(200);
    expect((await ask('get', '/api/v1/experts')).status).toBe(200);
  });
});

describe('a request that waits for something else', () => {
  it('is not cut short while the database answers', async () => {
    const expert = await world.expert();
    await world.fault({ fault: 'delay', ms: 900, method: 'POST', path: '/v1/orders' });

    const response = await ask('post', '/api/v1/payments/create-order', world.orderBody(expert));

    expect(response.status).toBe(201);
  });
});
