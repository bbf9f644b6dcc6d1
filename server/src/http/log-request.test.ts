import { createServer, type Server } from 'node:http';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appOf, BookingWorld } from '../../test/booking-world.ts';

let world: BookingWorld;
let server: Server;
const lines: string[] = [];
beforeAll(async () => {
  world = await BookingWorld.open('log-request');
  const logger = pino({}, { write: (line: string) => void lines.push(line) });
  server = createServer(appOf(world, { logger })).listen(0, '127.0.0.1');
});
afterAll(async () => {
  server.close();
  await world.close();
});
beforeEach(() => {
  lines.length = 0;
});

const token = 'T'.repeat(43);
const last = () => JSON.parse(lines.at(-1) ?? '');

describe('the log line of a request', () => {
  it.each([
    ['/api/v1/feeds/secret.ics', '/api/v1/feeds/…'],
    ['/api/v1/unsubscribe/secret?a=secret', '/api/v1/unsubscribe/…'],
    ['/api/v1/calendar-files/secret.ics', '/api/v1/calendar-files/…'],
    ['/api/v1/experts/sarah?search=secret', '/api/v1/experts/sarah'],
    [`/API/V1/FEEDS/${token}.ics`, '/API/V1/FEEDS/….ics'],
    [`/api/v1/anything/${token}`, '/api/v1/anything/…'],
  ])('tells %s as %s', async (path, told) => {
    await request(server).get(path);

    expect(last().req.path).toBe(told);
    expect(lines.join('')).not.toMatch(/secret|TTTT/);
  });

  it('has no headers, query or body, whatever is in them', async () => {
    await request(server)
      .post('/api/v1/auth/login?password=secret-1')
      .set({
        Cookie: 'refresh=secret-2',
        Authorization: 'Bearer secret-3',
        'X-Api-Key': 'secret-4',
        Referer: 'secret-5',
      })
      .send({ email: 'secret-6@example.com', password: 'secret-7 secret-7' });

    expect(lines.join('')).not.toContain('secret');
    expect(Object.keys(last()).toSorted()).toEqual(
      ['code', 'hostname', 'level', 'msg', 'pid', 'req', 'res', 'responseTime', 'time'].toSorted(),
    );
    expect(Object.keys(last().req).toSorted()).toEqual(['id', 'method', 'path']);
  });

  it('says who was let in, and why somebody was not', async () => {
    const account = {
      name: 'Asha Nair',
      email: 'asha.log@example.com',
      password: 'a long passphrase 8K',
      timezone: 'UTC',
    };
    const registered = await request(server).post('/api/v1/auth/register').send(account);
    expect(last()).toMatchObject({ userId: registered.body.user.id, res: { statusCode: 201 } });

    const { email } = account;
    const wrong = { email, password: 'not the one at all' };
    const refused = await request(server).post('/api/v1/auth/login').send(wrong);
    expect(last()).toMatchObject({
      req: { id: refused.headers['x-request-id'], path: '/api/v1/auth/login' },
      code: 'INVALID_CREDENTIALS',
    });

    const person = await world.customer();
    await request(server).get('/api/v1/experts/me/availability').set('Authorization', `Bearer ${person.token}`);
    expect(last()).toMatchObject({ userId: person.userId.toHexString(), code: 'FORBIDDEN', res: { statusCode: 403 } });
  });
});
