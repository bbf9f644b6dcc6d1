import { endpoints } from '@serene/shared/contracts';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appOf, BookingWorld, errorOf } from '../../../test/booking-world.ts';
import { OutboxModel } from '../notifications/index.ts';
import { UserModel } from './index.ts';

const email = 'asha@example.com';
const password = 'a long password';
const newPassword = 'an even longer password';
const minute = 60_000;
const android =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('sign-ins');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const send = (path: string, body: object, userAgent = windows) =>
  request(world.server).post(`/api/v1/auth/${path}`).set('User-Agent', userAgent).send(body);
const tokenOf = (response: Response) => ({ token: String(response.body.accessToken) });
const cookieOf = (response: Response) => String(response.headers['set-cookie']).split(';')[0] ?? '';
const refresh = (device: Response) =>
  request(world.server).post('/api/v1/auth/refresh').set('Cookie', cookieOf(device)).set('User-Agent', android);

/** Signed in on a laptop at 11:30 in India and on a phone ten minutes later. */
async function signedInTwice() {
  const laptop = await send('register', { name: 'Asha Rao', email, password });
  world.clock.moveBy(10 * minute);
  const phone = await send('login', { email, password }, android);
  return { laptop, phone };
}
const list = async (device: Response) =>
  endpoints['GET /me/sign-ins'].responses[200].parse((await world.get('/me/sign-ins', tokenOf(device))).body).signIns;

describe('the devices of a person', () => {
  it('are listed with when they were used, this one first', async () => {
    const { laptop, phone } = await signedInTwice();
    world.clock.moveBy(minute);
    await refresh(phone);

    const signIns = await list(laptop);

    expect(signIns).toMatchObject([
      { browser: 'Firefox', system: 'Windows', signedInAt: '2026-01-12T06:00:00.000Z', current: true },
      {
        browser: 'Chrome',
        system: 'Android',
        signedInAt: '2026-01-12T06:10:00.000Z',
        lastUsedAt: '2026-01-12T06:11:00.000Z',
        current: false,
      },
    ]);
  });

  it('are one less once one is signed out, which works no more at once', async () => {
    const { laptop, phone } = await signedInTwice();
    const [, other] = await list(laptop);

    const response = await world.delete(`/me/sign-ins/${other?.id}`, tokenOf(laptop));

    expect(response.status).toBe(200);
    expect(await list(laptop)).toHaveLength(1);
    expect((await world.get('/me', tokenOf(phone))).status).toBe(401);
    expect((await refresh(phone)).status).toBe(401);
    expect((await refresh(laptop)).status).toBe(200);
  });

  it('are all signed out at once, this one too', async () => {
    const { laptop, phone } = await signedInTwice();

    const response = await world.delete('/me/sign-ins', tokenOf(laptop));

    expect(response.status).toBe(200);
    expect(String(response.headers['set-cookie'])).toContain(
      'serene_refresh=; Path=/api/v1/auth; Expires=Thu, 01 Jan 1970',
    );
    for (const device of [laptop, phone]) {
      expect((await world.get('/me', tokenOf(device))).status).toBe(401);
      expect((await refresh(device)).status).toBe(401);
    }
    expect((await send('login', { email, password })).status).toBe(200);
  });

  it('are nobody else’s to see or to end', async () => {
    const { laptop } = await signedInTwice();
    const ravi = await world.customer('Ravi Rao');
    const [own] = await list(laptop);

    const answer = await world.delete(`/me/sign-ins/${own?.id}`, ravi);
    await world.delete('/me/sign-ins', ravi);

    expect(errorOf(answer).code).toBe('NOT_FOUND');
    expect(await list(laptop)).toHaveLength(2);
  });

  it.each(['65f0c0ffee00000000000001', 'no-id'])('that do not exist are not found: %s', async (id) => {
    const { laptop } = await signedInTwice();

    expect(errorOf(await world.delete(`/me/sign-ins/${id}`, tokenOf(laptop))).code).toBe('NOT_FOUND');
  });
});

describe('a password that is changed by the current one', () => {
  const change = (device: Response, body: object) => world.post('/auth/change-password', tokenOf(device), body);
  const rightly = { currentPassword: password, password: newPassword };

  it('signs in from then on, and this device stays signed in while the others are out', async () => {
    const { laptop, phone } = await signedInTwice();
    const feed = await world.post('/me/calendar-feeds/sessions', tokenOf(laptop), {});

    const changed = await change(laptop, rightly);

    expect(changed.status).toBe(200);
    endpoints['POST /auth/change-password'].responses[200].parse(changed.body);
    expect(await list(changed)).toHaveLength(1);
    expect((await refresh(changed)).status).toBe(200);
    for (const older of [laptop, phone]) {
      expect((await world.get('/me', tokenOf(older))).status).toBe(401);
      expect((await refresh(older)).status).toBe(401);
    }
    expect((await request(world.server).get(new URL(feed.body.url).pathname)).status).toBe(404);
    expect((await send('login', { email, password })).status).toBe(401);
    expect((await send('login', { email, password: newPassword })).status).toBe(200);
  });

  it('stays as it was where the current one is wrong', async () => {
    const { laptop, phone } = await signedInTwice();

    const answer = await change(laptop, { ...rightly, currentPassword: 'not the one' });

    expect(errorOf(answer).code).toBe('INVALID_CREDENTIALS');
    expect((await world.get('/me', tokenOf(phone))).status).toBe(200);
    expect((await send('login', { email, password })).status).toBe(200);
  });

  it('counts a wrong current one as a failed sign-in', async () => {
    const { laptop } = await signedInTwice();
    const app = appOf(world, { limits: 'on' });
    const guess = () =>
      request(app)
        .post('/api/v1/auth/change-password')
        .set('Authorization', `Bearer ${tokenOf(laptop).token}`)
        .send({ ...rightly, currentPassword: 'not the one' });
    for (let mistakes = 0; mistakes < 5; mistakes += 1) expect((await guess()).status).toBe(401);

    expect(errorOf(await guess()).code).toBe('TOO_MANY_REQUESTS');
    expect((await request(app).post('/api/v1/auth/login').send({ email, password })).status).toBe(429);
  });

  it('is changed once where two are sent at once', async () => {
    const { laptop } = await signedInTwice();

    const answers = await Promise.all([
      change(laptop, rightly),
      change(laptop, { ...rightly, password: 'of the other tab, and long' }),
    ]);

    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
  });

  it('must be long enough', async () => {
    const { laptop } = await signedInTwice();

    expect(errorOf(await change(laptop, { ...rightly, password: 'short' })).code).toBe('VALIDATION_FAILED');
  });

  it('is told to the address once that is proved, and never before: a stranger may have typed it', async () => {
    const { laptop } = await signedInTwice();
    const changed = await change(laptop, rightly);
    expect(await OutboxModel.countDocuments({ template: 'password-changed' })).toBe(0);
    await UserModel.updateOne({ email }, { $set: { emailVerifiedAt: world.clock.now() } });

    await change(changed, { currentPassword: newPassword, password: 'yet another password' });

    expect(await OutboxModel.find({ template: 'password-changed' }).lean()).toMatchObject([{ to: email }]);
  });
});
