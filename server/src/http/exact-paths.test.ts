import { readFileSync } from 'node:fs';
import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, type TestPerson } from '../../test/booking-world.ts';

let world: BookingWorld;
let asha: TestPerson;
beforeAll(async () => {
  world = await BookingWorld.open('exact-paths');
  asha = await world.customer();
  await Promise.all([world.expert(), world.expert({ category: 'Nutritionist' })]);
});
afterAll(() => world.close());

/** Each endpoint with its parameters filled in. */
const written = Object.keys(endpoints).map((key) => {
  const [method = '', path = ''] = key.split(' ');
  return { method, path: `/api/v1${path.replaceAll(/:\w+/g, '0123456789abcdef01234567')}` };
});

async function ask(method: string, path: string) {
  const { port } = world.server.address() as { port: number };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method });
  return `${response.status} ${await response.text()}`;
}

describe('a path', () => {
  it('is taken only as it is written: neither in capitals nor with a slash at its end', async () => {
    expect(written.length).toBeGreaterThan(30);
    const others = written.flatMap(({ method, path }) =>
      [path.toUpperCase(), `${path}/`].map((other) => ({ method, other })),
    );

    const answers = await Promise.all(others.map(({ method, other }) => ask(method, other)));

    const taken = others.filter((_other, index) => !/^404 .*There is no/.test(answers[index] ?? ''));
    expect(taken).toEqual([]);
  });
});

describe('an answer', () => {
  it.each([
    ['public data', '/api/v1/experts'],
    ['an account', '/api/v1/me'],
    ['an error', '/api/v1/nothing'],
  ])('with %s is kept by nobody, and no browser makes a page of it', async (_what, path) => {
    const { headers } = await world.get(path.replace('/api/v1', ''), asha);

    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'");
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('a filter that was left empty', () => {
  const find = async (query: string) => (await request(world.server).get(`/api/v1/experts?${query}`)).body;

  it.each([
    'maxPrice=',
    'minPrice=&maxPrice=',
    'category=',
    'search=%20&sort=',
    'limit=&cursor=',
    'category=&category=',
  ])('is none: %s', async (query) => {
    expect(await find(query)).toMatchObject({ success: true, total: 2 });
  });

  it('leaves those beside it', async () => {
    expect(await find('category=Nutritionist&minPrice=&search=')).toMatchObject({ total: 1 });
    expect(await find('category=&category=Nutritionist')).toMatchObject({ total: 1 });
  });

  it('does not stand in for what is required', async () => {
    const response = await request(world.server).get('/api/v1/experts/sarah-khan/availability?date=');

    expect(response.status).toBe(400);
    expect(errorOf(response).message).toContain('date');
  });

  it('is none on a list of one’s own, either', async () => {
    expect((await world.get('/sessions?status=&limit=', asha)).status).toBe(200);
  });
});

describe('robots.txt', () => {
  /** What the longest rule that fits says (RFC 9309 §2.2.2). */
  function isAllowed(path: string): boolean {
    const text = readFileSync(new URL('../../../client/public/robots.txt', import.meta.url), 'utf8');
    const rules = [...text.matchAll(/^(Allow|Disallow): (\S+)$/gm)].map(([, rule, prefix = '']) => ({ rule, prefix }));
    const [longest] = rules
      .filter(({ prefix }) => path.startsWith(prefix))
      .toSorted((one, other) => other.prefix.length - one.prefix.length);
    return longest?.rule !== 'Disallow';
  }

  it('lets programs fetch the calendars that people subscribe to, and nothing else of the API', () => {
    expect(isAllowed(`/api/v1/feeds/${'t'.repeat(43)}.ics`)).toBe(true);
    for (const path of ['/api/v1/me', '/api/v1/me/calendar-feeds', '/api/v1/unsubscribe/secret', '/dashboard'])
      expect(isAllowed(path)).toBe(false);
    expect(isAllowed('/experts/sarah-khan')).toBe(true);
  });
});
