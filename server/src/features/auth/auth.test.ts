import { endpoints, type LimitName } from '@serene/shared/contracts';
import request, { type Test } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../../test/test-clock.ts';
import { smallApp } from '../../../test/small-app.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { createEndpoint } from '../../http/endpoint.ts';
import type { Caller, RateLimit } from '../../http/rate-limit.ts';
import { AppError } from '../../errors.ts';
import { deleteFeedsOf } from '../feeds/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import {
  authRoutes,
  createDeviceCookie,
  createPasswordGuard,
  createLinkTokens,
  createTokens,
  LinkModel,
  TokenFamilyModel,
  UserModel,
} from './index.ts';

const frontendUrl = 'http://localhost:5173';
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const clock = createTestClock();
const secret = 'a secret of thirty-two bytes or more';
const tokens = createTokens({ secret, clock });
const linkTokens = createLinkTokens(secret);
const counted: { name: LimitName; caller: Caller }[] = [];
const exhausted = new Set<LimitName>();
const count = async (...[name, caller]: Parameters<RateLimit>) => {
  counted.push({ name, caller });
  if (exhausted.has(name)) throw new AppError('TOO_MANY_REQUESTS', 'Wait.', { retryAfterSeconds: 7 });
};
const rateLimit: RateLimit = Object.assign(count, { refuseFull: () => undefined });

function appWith(options: { frontendUrl: string }) {
  return smallApp(
    authRoutes({
      endpoint: createEndpoint(tokens, rateLimit),
      rateLimit,
      clock,
      tokens,
      linkTokens,
      passwordGuard: createPasswordGuard('off', clock),
      deviceCookie: createDeviceCookie({ secret, frontendUrl }),
      endFeedsOf: deleteFeedsOf,
      findProfileOf: async () => null,
      ...options,
    }),
  );
}

const app = appWith({ frontendUrl });
const secure = appWith({ frontendUrl: 'https://booking.example.com' });
const asha = { name: 'Asha Nair', email: 'asha@example.com', password: 'a long password' };

beforeAll(() => openTestDatabase('auth', [UserModel, TokenFamilyModel, LinkModel, OutboxModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await UserModel.deleteMany({});
  await TokenFamilyModel.deleteMany({});
  counted.length = 0;
  exhausted.clear();
});

const register = (body: object = asha) => request(app).post('/api/v1/auth/register').send(body);
const logIn = (body: object = { email: asha.email, password: asha.password }) =>
  request(app).post('/api/v1/auth/login').send(body);
const refresh = (cookie: string) => request(app).post('/api/v1/auth/refresh').set('Cookie', cookie);
const me = (accessToken: string) => request(app).get('/api/v1/me').set('Authorization', `Bearer ${accessToken}`);
const changeMe = (accessToken: string, body: object) =>
  request(app).patch('/api/v1/me').set('Authorization', `Bearer ${accessToken}`).send(body);
const logOut = (cookie: string) => request(app).post('/api/v1/auth/logout').set('Cookie', cookie);

/** The cookie of an answer as the browser sends it back. */
function cookieOf(response: Awaited<Test>): string {
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

describe('registering', () => {
  it('creates a customer and signs them in', async () => {
    const response = await register({ ...asha, phone: '+919876543210', timezone: 'Asia/Kathmandu' });

    expect(response.status).toBe(201);
    const { user, accessToken } = endpoints['POST /auth/register'].responses[201].parse(response.body);
    expect(user).toMatchObject({
      name: 'Asha Nair',
      email: 'asha@example.com',
      phone: '+919876543210',
      emailVerified: false,
      roles: ['customer'],
      timezone: 'Asia/Kathmandu',
      expertId: null,
    });
    expect((await me(accessToken)).body.user).toEqual(user);
  });

  it('keeps the language of the app for the mails, and knows none of who sends none', async () => {
    const hindi = await register({ ...asha, locale: 'hi-in' });
    const unknown = await register({ ...asha, email: 'second@example.com' });

    expect(hindi.body.user.locale).toBe('hi-IN');
    expect(unknown.body.user.locale).toBeNull();
  });

  it('keeps no password, only an argon2id hash of it', async () => {
    await register();

    const user = await UserModel.findOne({ email: asha.email }).lean();
    expect(user?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(JSON.stringify(user)).not.toContain(asha.password);
  });

  it('knows an address by any spelling of its letters', async () => {
    await register();

    const response = await register({ ...asha, email: ' ASHA@Example.com ' });

    expect(response.status).toBe(409);
    expect(response.body.error.code).toBe('EMAIL_IN_USE');
  });

  it('gives one of 10 people who register one address at once the account, and tells the others', async () => {
    const responses = await Promise.all(Array.from({ length: 10 }, () => register()));

    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
      201,
      ...Array<number>(9).fill(409),
    ]);
    expect(await UserModel.countDocuments()).toBe(1);
  });

  it('lists everything that is wrong with the input', async () => {
    const response = await register({ name: ' ', email: 'asha', password: 'short', phone: '12', role: 'admin' });

    expect(response.status).toBe(400);
    const paths = response.body.error.details.issues.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['name', 'email', 'password', 'phone']));
  });

  it('refuses members it does not know, so nobody makes themselves an admin', async () => {
    expect((await register({ ...asha, roles: ['admin'] })).status).toBe(400);
  });

  it('is limited by address', async () => {
    await register();
    expect(counted).toContainEqual({ name: 'register', caller: { network: '127.0.0.1' } });
    exhausted.add('register');

    const response = await register({ ...asha, email: 'second@example.com' });

    expect(response.status).toBe(429);
    expect(response.headers['retry-after']).toBe('7');
  });
});

describe('signing in', () => {
  it('answers with a token, the account and an httpOnly cookie', async () => {
    await register();

    const response = await logIn();

    expect(response.status).toBe(200);
    endpoints['POST /auth/login'].responses[200].parse(response.body);
    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^serene_refresh=[\w.-]+; Max-Age=2592000; Path=\/api\/v1\/auth;/);
    expect(cookie).toContain('HttpOnly; SameSite=Strict');
    expect(cookie).not.toContain('Secure');
  });

  it('locks the cookie to its host where the site is https', async () => {
    await register();

    const response = await request(secure)
      .post('/api/v1/auth/login')
      .send({ email: asha.email, password: asha.password });

    const cookie = String(response.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-serene_refresh=[\w.-]+; Max-Age=2592000; Path=\/;/);
    expect(cookie).toContain('HttpOnly; Secure; SameSite=Strict');
    expect(cookie).not.toContain('Domain');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    await register();

    const wrong = await logIn({ email: asha.email, password: 'another password' });
    const unknown = await logIn({ email: 'nobody@example.com', password: 'another password' });

    expect(wrong.status).toBe(401);
    expect(wrong.body.error.code).toBe('INVALID_CREDENTIALS');
    expect(unknown.status).toBe(401);
    expect(unknown.body.error.message).toBe(wrong.body.error.message);
  });

  it('lets nobody in as a guest, who has no password', async () => {
    await UserModel.create({
      name: 'Guest',
      email: 'guest@example.com',
      roles: ['customer'],
      timezone: 'UTC',
      createdAt: clock.now(),
    });

    expect((await logIn({ email: 'guest@example.com', password: '' })).status).toBe(400);
    expect((await logIn({ email: 'guest@example.com', password: 'null' })).status).toBe(401);
  });

  it('is limited by address', async () => {
    await register();
    exhausted.add('sign-in');

    expect((await logIn()).status).toBe(429);
  });
});

describe('the access token', () => {
  it('is good for 15 minutes of the injected clock', async () => {
    const { accessToken } = (await register()).body;

    clock.moveBy(15 * minute - 1000);
    expect((await me(accessToken)).status).toBe(200);

    clock.moveBy(1000);
    const late = await me(accessToken);
    expect(late.status).toBe(401);
    expect(late.body.error.code).toBe('UNAUTHENTICATED');
  });

  it('is needed for the account', async () => {
    expect((await request(app).get('/api/v1/me')).status).toBe(401);
    expect((await request(app).get('/api/v1/me').set('Authorization', 'Basic YTpi')).status).toBe(401);
  });

  it('outlives no account', async () => {
    const { accessToken } = (await register()).body;
    await UserModel.deleteMany({});

    expect((await me(accessToken)).status).toBe(401);
  });
});

describe('changing the account', () => {
  it('changes what is named and nothing else', async () => {
    const { accessToken, user } = (await register({ ...asha, phone: '+919876543210' })).body;

    const renamed = await changeMe(accessToken, { name: 'Asha N.' });
    const withoutPhone = await changeMe(accessToken, { phone: null, timezone: 'Europe/London' });
    const inHindi = await changeMe(accessToken, { locale: 'hi-IN' });

    expect(renamed.body.user).toEqual({ ...user, name: 'Asha N.' });
    expect(withoutPhone.body.user).toEqual({ ...user, name: 'Asha N.', phone: null, timezone: 'Europe/London' });
    expect(inHindi.body.user).toEqual({ ...withoutPhone.body.user, locale: 'hi-IN' });
  });

  it.each([
    ['nothing', {}],
    ['another address', { email: 'other@example.com' }],
    ['a zone that does not exist', { timezone: 'Mars/Olympus' }],
    ['a language that is none', { locale: 'en_IN' }],
    ['a phone number without its country', { phone: '9876543210' }],
  ])('refuses %s', async (_what, body) => {
    const { accessToken } = (await register()).body;

    expect((await changeMe(accessToken, body)).status).toBe(400);
  });
});

describe('refreshing (A1)', () => {
  it('rotates the cookie and answers like signing in', async () => {
    const first = cookieOf(await register());

    const response = await refresh(first);

    expect(response.status).toBe(200);
    const { accessToken } = endpoints['POST /auth/refresh'].responses[200].parse(response.body);
    expect(cookieOf(response)).not.toBe(first);
    expect((await me(accessToken)).status).toBe(200);
    expect((await refresh(cookieOf(response))).status).toBe(200);
  });

  it('gives a token that is used again within 30 s, its child unused, the same child', async () => {
    const first = cookieOf(await register());
    const child = cookieOf(await refresh(first));

    clock.moveBy(30_000);
    const again = await refresh(first);

    expect(again.status).toBe(200);
    expect(cookieOf(again)).toBe(child);
  });

  it('gives 20 tabs that refresh at once the same child', async () => {
    const first = cookieOf(await register());

    const responses = await Promise.all(Array.from({ length: 20 }, () => refresh(first)));

    expect(responses.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(responses.map(cookieOf)).size).toBe(1);
    const [child = ''] = responses.map(cookieOf);
    expect((await refresh(child)).status).toBe(200);
  });

  it('revokes the family when a token comes back after 30 s', async () => {
    const first = cookieOf(await register());
    const child = cookieOf(await refresh(first));

    clock.moveBy(30_001);

    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(child)).status).toBe(401);
  });

  it('revokes the family when a token comes back after its child was used, however soon', async () => {
    const first = cookieOf(await register());
    const child = cookieOf(await refresh(first));
    const grandchild = cookieOf(await refresh(child));

    expect((await refresh(first)).status).toBe(401);
    expect((await refresh(grandchild)).status).toBe(401);
  });

  it('leaves the other devices of the person signed in', async () => {
    const laptop = cookieOf(await register());
    const phone = cookieOf(await logIn());
    await refresh(laptop);
    clock.moveBy(minute);
    await refresh(laptop);

    expect((await refresh(phone)).status).toBe(200);
  });

  it('sweeps what ended when the person signs in', async () => {
    await register();
    clock.moveBy(30 * day);

    await logIn();

    expect(await TokenFamilyModel.countDocuments()).toBe(1);
  });

  it('keeps hashes only: what the database holds is good for nothing', async () => {
    const cookie = cookieOf(await register());

    const [family] = await TokenFamilyModel.find().lean();
    expect(JSON.stringify(family)).not.toContain(cookie.split('.').at(-1));
    expect((await refresh(`serene_refresh=${family?._id}.${family?.currentHash}`)).status).toBe(401);
  });

  it.each([
    ['no cookie', ''],
    ['an empty cookie', 'serene_refresh='],
    ['no token', 'serene_refresh=hello'],
    ['an object', 'serene_refresh=j%3A%7B%22a%22%3A1%7D'],
    ['an unknown token', `serene_refresh=${'a'.repeat(22)}.${'b'.repeat(43)}`],
  ])('refuses %s', async (_what, cookie) => {
    const response = await refresh(cookie);

    expect(response.status).toBe(401);
    expect(response.body.error.code).toBe('UNAUTHENTICATED');
  });

  it.each(['https://evil.example.com', 'http://127.0.0.1:9999', 'https://localhost:5173', 'null'])(
    'refuses the origin %s, and the token stays good',
    async (origin) => {
      const cookie = cookieOf(await register());

      const response = await refresh(cookie).set('Origin', origin);

      expect(response.status).toBe(403);
      expect(response.body.error.code).toBe('FORBIDDEN');
      expect((await refresh(cookie).set('Origin', frontendUrl)).status).toBe(200);
    },
  );

  it('takes 127.0.0.1 for localhost, as people do who type it', async () => {
    const cookie = cookieOf(await register());

    expect((await refresh(cookie).set('Origin', 'http://127.0.0.1:5173')).status).toBe(200);
  });
});

describe('how long a sign-in lasts', () => {
  const becomeAdmin = () => UserModel.updateOne({}, { $set: { roles: ['customer', 'admin'], emailVerifiedAt: now() } });
  const now = () => clock.now();

  it('is 30 days, however much it is used', async () => {
    let cookie = cookieOf(await register());
    for (let used = 0; used < 29; used += 7) {
      clock.moveBy(7 * day);
      const response = await refresh(cookie);
      if (used < 28) cookie = cookieOf(response);
      expect(response.status).toBe(used < 28 ? 200 : 401);
    }
    expect((await logIn()).status).toBe(200);
  });

  it('is no longer in the browser: its cookie ends with it', async () => {
    const first = cookieOf(await register());
    clock.moveBy(29 * day);

    expect(String((await refresh(first)).headers['set-cookie'])).toContain('Max-Age=86400;');
  });

  it('is 12 hours for an admin', async () => {
    await register();
    await becomeAdmin();
    const cookie = cookieOf(await logIn());

    clock.moveBy(12 * hour - 1);
    const response = await refresh(cookie);
    clock.moveBy(1);

    expect(response.status).toBe(200);
    expect((await refresh(cookieOf(response))).status).toBe(401);
    expect((await me(response.body.accessToken)).status).toBe(401);
  });

  it('is 12 hours from its beginning for somebody who is made an admin later', async () => {
    const first = cookieOf(await register());
    clock.moveBy(11 * hour);
    await becomeAdmin();
    const second = await refresh(first);
    expect(second.body.user.roles).toContain('admin');
    clock.moveBy(hour);

    expect((await refresh(cookieOf(second))).status).toBe(401);
  });

  it('is over at once where somebody is made an admin after a day', async () => {
    const first = cookieOf(await register());
    clock.moveBy(day);
    await becomeAdmin();

    expect((await refresh(first)).status).toBe(401);
  });

  it('is counted from the last use where an older version has not kept the beginning', async () => {
    const first = cookieOf(await register());
    await TokenFamilyModel.updateMany({}, { $unset: { signedInAt: 1, signInId: 1, device: 1 } });
    clock.moveBy(29 * day);
    const second = await refresh(first);
    expect((await me(second.body.accessToken)).status).toBe(200);
    clock.moveBy(day);

    expect((await refresh(cookieOf(second))).status).toBe(401);
  });
});

describe('a cookie of an older version, on https', () => {
  const refreshSecurely = (cookie: string) => request(secure).post('/api/v1/auth/refresh').set('Cookie', cookie);
  const locked = (cookie: string) => cookie.replace('serene_refresh', '__Host-serene_refresh');

  it('signs nobody in, since another subdomain could plant it, and is taken back', async () => {
    const cookie = cookieOf(await register());

    const response = await refreshSecurely(cookie);

    expect(response.status).toBe(401);
    expect(String(response.headers['set-cookie'])).toContain(
      'serene_refresh=; Path=/api/v1/auth; Expires=Thu, 01 Jan 1970',
    );
    expect((await refreshSecurely(locked(cookie))).status).toBe(401);
  });

  it('does not take the place of the sign-in that is there', async () => {
    const planted = cookieOf(await register());
    const own = cookieOf(await logIn());

    const response = await refreshSecurely(`${planted}; ${locked(own)}`);

    expect(response.status).toBe(200);
  });
});

describe('signing out', () => {
  it('ends the family and clears the cookie', async () => {
    const cookie = cookieOf(await register());

    const response = await logOut(cookie);

    expect(response.status).toBe(200);
    expect(String(response.headers['set-cookie'])).toMatch(
      /^serene_refresh=; Path=\/api\/v1\/auth; Expires=Thu, 01 Jan 1970/,
    );
    expect((await refresh(cookie)).status).toBe(401);
  });

  it('is no error without a sign-in', async () => {
    expect((await logOut('')).status).toBe(200);
  });

  it('is refused to other origins', async () => {
    const cookie = cookieOf(await register());

    expect((await logOut(cookie).set('Origin', 'https://evil.example.com')).status).toBe(403);
    expect((await refresh(cookie)).status).toBe(200);
  });
});
