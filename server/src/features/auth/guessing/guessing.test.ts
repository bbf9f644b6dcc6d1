import type { Server } from 'node:http';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../../test/booking-world.ts';
import { listenWithLimits } from '../../../../test/limited-server.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../../test/mailbox.ts';

let world: BookingWorld;
let limited: Server;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('guessing');
  mailbox = await openMailbox(world);
  limited = listenWithLimits(world);
});
afterAll(async () => {
  limited.close();
  mailbox.close();
  await world.close();
});

const email = 'asha@example.com';
const password = 'a long password of Asha';
const newPassword = 'another long one of hers';
const [stranger, home, elsewhere] = ['203.0.113.66', '198.51.100.7', '2001:db8:1:2::1'];
const minute = 60_000;

beforeEach(async () => {
  mailbox.empty();
  await world.reset();
  // Ahead of the database's own clock, which removes what is over.
  world.clock.moveTo('2100-01-01T00:00:00Z');
});

const register = () =>
  request(limited)
    .post('/api/v1/auth/register')
    .set('X-Forwarded-For', '198.18.0.1')
    .send({ name: 'Asha Nair', email, password });

type SignIn = { from: string; as?: string; using?: string; cookie?: string };
const signIn = ({ from, as = email, using = password, cookie = '' }: SignIn) =>
  request(limited)
    .post('/api/v1/auth/login')
    .set({ 'X-Forwarded-For': from, Cookie: cookie })
    .send({ email: as, password: using });

/** Wrong passwords one after the other. @returns how many were looked at */
async function guess(times: number, from: (index: number) => string, as = email): Promise<number> {
  let looked = 0;
  for (let index = 0; index < times; index += 1) {
    const { status } = await signIn({ from: from(index), as, using: `guess-number-${index}` });
    if (status === 401) looked += 1;
  }
  return looked;
}

/** What a browser keeps of an answer. */
const cookiesOf = ({ headers }: Response) =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie: string) => cookie.split(';')[0])
    .join('; ');

describe('guessing a password', () => {
  it('ends after five tries from one network, and its owner signs in from another', async () => {
    await register();

    expect(await guess(12, () => stranger)).toBe(5);

    const refused = await signIn({ from: stranger });
    expect(errorOf(refused).code).toBe('TOO_MANY_REQUESTS');
    expect(refused.headers['retry-after']).toBe('60');
    expect((await signIn({ from: home })).status).toBe(200);
    expect((await signIn({ from: elsewhere })).status).toBe(200);
  });

  it('is no different for an address without an account', async () => {
    expect(await guess(7, () => stranger, 'nobody@example.com')).toBe(5);
  });

  it('takes all addresses of a household for one network, and a mapped address for what it is', async () => {
    await register();

    expect(await guess(7, (index) => `2001:db8:5:5::${index + 1}`)).toBe(5);
    expect(await guess(8, (index) => (index % 2 === 0 ? stranger : `::ffff:${stranger}`))).toBe(5);
  });

  it('is not helped by asking many times at once', async () => {
    await register();

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) => signIn({ from: stranger, using: `guess-number-${index}` })),
    );

    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
  });

  it('from many networks is slowed to one try a minute; a browser that the owner has used does not feel it', async () => {
    const known = cookiesOf(await register());

    expect(await guess(50, (index) => `203.0.113.${index}`)).toBe(30);

    expect((await signIn({ from: home })).status).toBe(429);
    expect((await signIn({ from: home, cookie: known })).status).toBe(200);
    world.clock.moveBy(minute);
    expect((await signIn({ from: home })).status).toBe(200);
  });
});

describe('the owner of an account', () => {
  it('signs in as often as they like: only failures count', async () => {
    await register();

    for (let times = 0; times < 8; times += 1) expect((await signIn({ from: home })).status).toBe(200);
  });

  it('who mistyped starts afresh after the right password', async () => {
    await register();
    await guess(4, () => home);
    await signIn({ from: home });

    expect(await guess(6, () => home)).toBe(5);
  });

  it('has a count of the device alone, which ends guesses there as well', async () => {
    const known = cookiesOf(await register());
    const guessHere = (index: number) => signIn({ from: home, cookie: known, using: `guess-number-${index}` });
    for (let index = 0; index < 5; index += 1) expect((await guessHere(index)).status).toBe(401);

    expect((await guessHere(5)).status).toBe(429);
    expect((await signIn({ from: home })).status).toBe(200);
  });

  it.each([
    ['of another account', (cookie: string) => cookie, 'ravi@example.com'],
    ['that was tampered with', (cookie: string) => cookie.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')), email],
  ])('is not known by the cookie %s', async (_what, change, as) => {
    const known = change(cookiesOf(await register()));
    for (let index = 0; index < 5; index += 1) await signIn({ from: home, as, cookie: known, using: 'a wrong one' });

    expect((await signIn({ from: stranger, as, using: 'a wrong one' })).status).toBe(401);
    expect((await signIn({ from: home, as, using: 'a wrong one' })).status).toBe(429);
  });
});

/** Cookies of as many devices: each sign-in without one makes another. */
async function devices(count: number): Promise<string[]> {
  const cookies = [];
  for (let index = 0; index < count; index += 1) cookies.push(cookiesOf(await signIn({ from: home })));
  return cookies;
}

const changePassword = ({ body }: Response, cookie: string) =>
  request(limited)
    .post('/api/v1/auth/change-password')
    .set({ 'X-Forwarded-For': home, Authorization: `Bearer ${body.accessToken}`, Cookie: cookie })
    .send({ currentPassword: password, password: newPassword });

async function choosePasswordByLink(): Promise<Response> {
  const send = (path: string, body: object) =>
    request(limited).post(`/api/v1/auth/${path}`).set('X-Forwarded-For', elsewhere).send(body);
  await send('forgot-password', { email });
  const mail = (await mailbox.mailsTo(email)).find(({ subject }) => subject === 'Choose a new password');
  return send('reset-password', { token: tokenIn(mail), password: newPassword });
}

describe('the devices of an account', () => {
  it.each([
    ['changed by the current one', async () => changePassword(await signIn({ from: home }), '')],
    ['chosen by an emailed link', choosePasswordByLink],
  ])('are unknown once the password is %s, but for the browser that did it', async (_how, replace) => {
    await register();
    const older = await devices(3);

    const replaced = await replace();
    expect(replaced.status).toBe(200);
    expect(await guess(35, (index) => `203.0.113.${index}`)).toBe(30);

    for (const cookie of older) {
      expect((await signIn({ from: elsewhere, cookie, using: newPassword })).status).toBe(429);
    }
    expect((await signIn({ from: elsewhere, cookie: cookiesOf(replaced), using: newPassword })).status).toBe(200);
  });

  it('stay known where the browser that changes the password was known before', async () => {
    const before = await register();

    const changed = await changePassword(before, cookiesOf(before));

    expect(await guess(35, (index) => `203.0.113.${index}`)).toBe(30);
    expect((await signIn({ from: home, cookie: cookiesOf(changed), using: newPassword })).status).toBe(200);
  });

  it.each([
    ['one after the other', 4],
    ['each a few times', 2],
  ])('have ten mistakes an hour between them, tried %s, and are then like strangers', async (_how, each) => {
    await register();
    const known = await devices(6);

    const statuses = [];
    for (const cookie of [...known, ...known]) {
      for (let index = 0; index < each; index += 1) {
        statuses.push((await signIn({ from: stranger, cookie, using: `guess-number-${index}` })).status);
      }
    }

    // Five more are those of the network.
    expect(statuses.filter((status) => status === 401)).toHaveLength(15);
    expect((await signIn({ from: home, cookie: known[0] ?? '' })).status).toBe(200);
    world.clock.moveBy(60 * minute);
    expect((await signIn({ from: stranger, cookie: known[0] ?? '', using: 'a wrong one' })).status).toBe(401);
  });

  it('asked all at once have no more mistakes between them', async () => {
    await register();
    const known = await devices(20);

    const answers = await Promise.all(known.map((cookie) => signIn({ from: stranger, cookie, using: 'a wrong one' })));

    expect(answers.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(15);
  });

  it('have a new count with a new password, so that the owner is past whoever used the old one up', async () => {
    await register();
    for (const cookie of await devices(10)) await signIn({ from: stranger, cookie, using: 'a wrong one' });
    await guess(35, (index) => `203.0.113.${index}`);

    const chosen = await choosePasswordByLink();

    expect((await signIn({ from: home, cookie: cookiesOf(chosen), using: newPassword })).status).toBe(200);
  });
});
