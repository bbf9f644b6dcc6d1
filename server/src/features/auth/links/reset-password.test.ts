import { endpoints } from '@serene/shared/contracts';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appOf, BookingWorld, errorOf, expectStatus } from '../../../../test/booking-world.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../../test/mailbox.ts';
import { createTestClock } from '../../../../test/test-clock.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { createTokens, LinkModel, TokenFamilyModel } from '../index.ts';
import { logIn as verifyCredentials } from '../log-in.ts';
import { revokeFamiliesOf } from '../token-family-repository.ts';
import { findUserById, setPassword } from '../user-repository.ts';

const minute = 60_000;
const email = 'asha@example.com';
const password = 'a long password';
const newPassword = 'an even longer password';

let world: BookingWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('reset-password');
  mailbox = await openMailbox(world);
});
afterAll(async () => {
  mailbox.close();
  await world.close();
});
beforeEach(async () => {
  mailbox.empty();
  await world.reset();
});

const send = (path: string, body: object) => request(world.server).post(`/api/v1/auth/${path}`).send(body);
const forgot = (address = email) => send('forgot-password', { email: address });
const reset = (token: string, chosen = newPassword) => send('reset-password', { token, password: chosen });
const logIn = (chosen: string) => send('login', { email, password: chosen });
const cookieOf = (response: Response) => String(response.headers['set-cookie']).split(';')[0] ?? '';
const refresh = (cookie: string) => request(world.server).post('/api/v1/auth/refresh').set('Cookie', cookie);

async function register() {
  const response = await send('register', { name: 'Asha Rao', email, password });
  return { cookie: cookieOf(response), token: String(response.body.accessToken) };
}
/** The path of a new link by which calendars follow her sessions. */
async function feedOf(person: { token: string }): Promise<string> {
  return new URL((await world.post('/me/calendar-feeds/sessions', person, {})).body.url).pathname;
}
/** The last mail of a subject that was sent to her. */
const lastMail = async (about: string) => (await mailbox.mailsTo(email)).findLast(({ subject }) => subject === about);
const mailedToken = async () => tokenIn(await lastMail('Choose a new password'));
const verifyToken = async () => tokenIn(await lastMail('Confirm your email address'));

describe('a forgotten password', () => {
  it('gets its account a link', async () => {
    await register();

    expect((await forgot()).status).toBe(202);

    const mail = await lastMail('Choose a new password');
    expect(mail?.text).toMatch(/Choose a new password: http:\/\/localhost:5173\/reset-password#token=[\w-]{43}\n/);
    expect(mail?.text).toContain('expires on Monday, 12 January 2026, 12:30 India Standard Time (Asia/Kolkata)');
  });

  it('is answered alike where nobody has an account, and nothing is mailed or kept', async () => {
    await register();
    const known = await forgot();
    const before = [await OutboxModel.countDocuments(), await LinkModel.countDocuments()];

    const unknown = await forgot('nobody@example.com');

    const shown = ({ status, body, headers }: Response) => ({ status, body, names: Object.keys(headers).toSorted() });
    expect(shown(unknown)).toEqual(shown(known));
    expect(endpoints['POST /auth/forgot-password'].responses[202].parse(unknown.body)).toEqual({ success: true });
    expect([await OutboxModel.countDocuments(), await LinkModel.countDocuments()]).toEqual(before);
    expect(await mailbox.mailsTo('nobody@example.com')).toEqual([]);
  });

  it('is asked for by any spelling of the address', async () => {
    await register();

    expect((await forgot(' ASHA@Example.com ')).status).toBe(202);
    expect(await mailedToken()).not.toBe('');
  });

  it.each(['asha@example.com', 'nobody@example.com'])('is mailed five times an hour: %s', async (address) => {
    world.clock.moveTo('2100-01-01T00:00:00Z');
    await register();
    const app = appOf(world, { limits: 'on' });
    const again = () => request(app).post('/api/v1/auth/forgot-password').send({ email: address });

    for (let times = 0; times < 5; times += 1) expectStatus(await again(), 202);

    expect(errorOf(await again()).code).toBe('TOO_MANY_REQUESTS');
  });
});

describe('a new password', () => {
  it('is the only one that signs in from then on', async () => {
    await register();
    await forgot();

    const response = await reset(await mailedToken());

    expect(endpoints['POST /auth/reset-password'].responses[200].parse(response.body).email).toBe(email);
    expect(errorOf(await logIn(password)).code).toBe('INVALID_CREDENTIALS');
    expect((await logIn(newPassword)).status).toBe(200);
  });

  it('ends every sign-in of the account, and nobody else’s', async () => {
    const laptop = await register();
    const phone = cookieOf(await logIn(password));
    const ravi = cookieOf(await send('register', { name: 'Ravi Rao', email: 'ravi@example.com', password }));
    await forgot();

    await reset(await mailedToken());

    expect((await refresh(laptop.cookie)).status).toBe(401);
    expect((await refresh(phone)).status).toBe(401);
    expect((await refresh(ravi)).status).toBe(200);
  });

  it('ends the links by which calendars read the sessions of the account, and nobody else’s', async () => {
    const asha = await register();
    const ravi = await send('register', { name: 'Ravi Rao', email: 'ravi@example.com', password });
    const feeds = [await feedOf(asha), await feedOf({ token: String(ravi.body.accessToken) })];
    await forgot();

    await reset(await mailedToken());

    const seen = await Promise.all(feeds.map((path) => request(world.server).get(path)));
    expect(seen.map(({ status }) => status)).toEqual([404, 200]);
  });

  it('confirms the address, since the link was read there, and a welcome follows', async () => {
    await register();
    await forgot();

    await reset(await mailedToken());

    expect((await logIn(newPassword)).body.user.emailVerified).toBe(true);
    expect(await lastMail('Welcome to Serene Wellbeing')).toBeDefined();
    expect((await send('verify-email', { token: await verifyToken() })).body.state).toBe('already-verified');
    expect(await OutboxModel.countDocuments({ template: 'welcome' })).toBe(1);
  });

  it('welcomes nobody twice', async () => {
    await register();
    await send('verify-email', { token: await verifyToken() });
    await forgot();

    await reset(await mailedToken());

    expect(await OutboxModel.countDocuments({ template: 'welcome' })).toBe(1);
  });

  it('must be long enough, and the link stays good until one is', async () => {
    await register();
    await forgot();
    const token = await mailedToken();

    expect(errorOf(await reset(token, 'short')).code).toBe('VALIDATION_FAILED');
    expect((await reset(token)).status).toBe(200);
  });
});

describe('a sign-in under way', () => {
  const tokens = createTokens({ secret: 'a secret of thirty-two characters', clock: createTestClock() });
  const verified = () => verifyCredentials({ email, password });

  it('is refused when the password is set anew after the old one was verified', async () => {
    await register();
    const asha = await verified();
    await forgot();
    await reset(await mailedToken());

    await expect(tokens.startFamily(asha)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
    expect(await TokenFamilyModel.countDocuments({ revokedAt: null })).toBe(0);
  });

  it('is refused when it begins while a new password is being written', async () => {
    await register();
    const asha = await verified();
    let signIn: ReturnType<typeof tokens.startFamily> | undefined;

    await inTransaction(async (transaction) => {
      await setPassword(asha, 'a hash of another password', transaction);
      signIn = tokens.startFamily(asha);
      signIn.catch(() => undefined);
    });

    await expect(signIn).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it('ends with the others when it is done while a new password is being written', async () => {
    await register();
    const asha = await verified();
    let attempts = 0;

    await inTransaction(async (transaction) => {
      attempts += 1;
      // From here on the transaction sees the account as it is now.
      await findUserById(asha._id, transaction);
      if (attempts === 1) await tokens.startFamily(asha);
      await setPassword(asha, 'a hash of another password', transaction);
      await revokeFamiliesOf(asha._id, world.clock.now(), transaction);
    });

    expect(await TokenFamilyModel.countDocuments({ revokedAt: { $ne: null } })).toBe(2);
    expect(await TokenFamilyModel.countDocuments({ revokedAt: null })).toBe(0);
  });
});

describe('the link to a new password', () => {
  it('works once', async () => {
    await register();
    await forgot();
    const token = await mailedToken();
    await reset(token);

    expect(errorOf(await reset(token, 'the password of a thief')).code).toBe('NOT_FOUND');
    expect((await logIn(newPassword)).status).toBe(200);
  });

  it('sets one password when two are sent at once', async () => {
    await register();
    await forgot();
    const token = await mailedToken();
    const chosen = ['the first password', 'the other password'];

    const answers = await Promise.all(chosen.map((one) => reset(token, one)));

    const winner = answers.findIndex(({ status }) => status === 200);
    expect(answers[1 - winner]?.status).toBe(404);
    expect((await logIn(chosen[winner] ?? '')).status).toBe(200);
    expect((await logIn(chosen[1 - winner] ?? '')).status).toBe(401);
  });

  it('ends after an hour', async () => {
    await register();
    await forgot();
    const token = await mailedToken();

    world.clock.moveBy(60 * minute);

    expect(errorOf(await reset(token)).code).toBe('NOT_FOUND');
    expect((await logIn(password)).status).toBe(200);
    expect(await TokenFamilyModel.countDocuments({ revokedAt: { $ne: null } })).toBe(0);
  });

  it('is replaced by a newer one', async () => {
    await register();
    await forgot();
    const first = await mailedToken();
    await forgot();

    expect(errorOf(await reset(first)).code).toBe('NOT_FOUND');
    expect((await reset(await mailedToken())).status).toBe(200);
  });

  it('is one, when the first two are asked for at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const address = `asha-${round}@example.com`;
      await send('register', { name: 'Asha Rao', email: address, password });

      const answers = await Promise.all([forgot(address), forgot(address), forgot(address)]);

      expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
      expect(await mailbox.mailsTo(address)).toHaveLength(2);
    }
  });

  it('leaves the link that confirms the address alone', async () => {
    await register();
    await forgot();

    expect((await send('verify-email', { token: await verifyToken() })).body.state).toBe('verified');
    expect((await reset(await mailedToken())).status).toBe(200);
  });

  it('confirms no address by itself', async () => {
    await register();
    await forgot();

    expect(errorOf(await send('verify-email', { token: await mailedToken() })).code).toBe('NOT_FOUND');
  });
});
