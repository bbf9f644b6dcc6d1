import { endpoints } from '@serene/shared/contracts';
import mongoose from 'mongoose';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { appOf, BookingWorld, errorOf, expectStatus } from '../../../../test/booking-world.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../../test/mailbox.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { LinkModel, UserModel } from '../index.ts';

const hour = 3_600_000;
const email = 'asha@example.com';

let world: BookingWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('verify-email');
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

const send = (path: string, body: object) => request(world.server).post(`/api/v1${path}`).send(body);

async function register(address = email) {
  const response = await send('/auth/register', { name: 'Asha Rao', email: address, password: 'a long password' });
  const { accessToken, user } = endpoints['POST /auth/register'].responses[201].parse(expectStatus(response, 201));
  return { token: accessToken, user };
}
const resend = (person: { token: string }) => world.post('/auth/verify-email/resend', person, {});
const verify = (token: string) => send('/auth/verify-email', { token });
const stateOf = async (token: string) =>
  endpoints['POST /auth/verify-email'].responses[200].parse(expectStatus(await verify(token), 200)).state;
const isVerified = async (person: { token: string }) => (await world.get('/me', person)).body.user.emailVerified;
/** The token of the last link that was mailed to her. */
const mailedToken = async () =>
  tokenIn((await mailbox.mailsTo(email)).findLast(({ text }) => text?.includes('token=')));
const subjects = async () => (await mailbox.mailsTo(email)).map(({ subject }) => subject);

describe('a new account', () => {
  it('is unconfirmed, and its address gets a link', async () => {
    const { token, user } = await register();

    expect(user.emailVerified).toBe(false);
    expect(await isVerified({ token })).toBe(false);
    const [mail] = await mailbox.mailsTo(email);
    expect(mail?.subject).toBe('Confirm your email address');
    expect(mail?.text).toMatch(/Confirm this address: http:\/\/localhost:5173\/verify-email#token=[\w-]{43}\n/);
    expect(mail?.text).toContain('expires on Wednesday, 14 January 2026, 11:30 India Standard Time (Asia/Kolkata)');
  });

  it('is the only one that gets a mail when many register one address at once (E1)', async () => {
    const body = { name: 'Asha Rao', email, password: 'a long password' };
    await Promise.all(Array.from({ length: 5 }, () => send('/auth/register', body)));

    expect(await UserModel.countDocuments()).toBe(1);
    expect(await OutboxModel.find().lean()).toMatchObject([{ template: 'verify-email', to: email }]);
  });

  it('can book before it is confirmed', async () => {
    const { token, user } = await register();
    const asha = { token, email, userId: new mongoose.Types.ObjectId(user.id) };

    expect((await world.book(asha, await world.expert())).status).toBe('confirmed');
  });
});

describe('the link that confirms an address', () => {
  it('works, and a welcome follows', async () => {
    const asha = await register();

    expect(await stateOf(await mailedToken())).toBe('verified');

    expect(await isVerified(asha)).toBe(true);
    expect(await subjects()).toEqual(['Confirm your email address', 'Welcome to Serene Wellbeing']);
  });

  it('welcomes an expert to what experts do', async () => {
    const { user } = await register();
    // Only older versions made an expert of somebody whose address nobody had proved.
    await UserModel.updateOne({ _id: user.id }, { $set: { roles: ['customer', 'expert'] } });

    await verify(await mailedToken());

    const welcome = (await mailbox.mailsTo(email)).at(-1);
    expect(welcome?.text).toContain('Set your hours: http://localhost:5173/expert/availability');
  });

  it('says once more that the address is confirmed when it is followed again, even after its end', async () => {
    await register();
    const token = await mailedToken();
    await verify(token);
    world.clock.moveBy(49 * hour);

    expect(await stateOf(token)).toBe('already-verified');
    expect(await subjects()).toHaveLength(2);
  });

  it('confirms once, and welcomes once, when it is followed many times at once', async () => {
    await register();
    const token = await mailedToken();

    const states = await Promise.all(Array.from({ length: 5 }, () => stateOf(token)));

    expect(states.filter((state) => state === 'verified')).toHaveLength(1);
    expect(states.filter((state) => state === 'already-verified')).toHaveLength(4);
    expect(await subjects()).toHaveLength(2);
  });

  it('ends after 48 hours', async () => {
    await register();
    const token = await mailedToken();

    world.clock.moveBy(48 * hour);

    expect(errorOf(await verify(token))).toMatchObject({
      code: 'NOT_FOUND',
      message: expect.stringContaining('new one'),
    });
    expect(await UserModel.findOne({ email }).lean()).toMatchObject({ emailVerifiedAt: null });
  });

  it.each([
    ['another letter', (token: string) => (token.startsWith('A') ? 'B' : 'A') + token.slice(1)],
    ['something missing', (token: string) => token.slice(0, -1)],
    ['nothing of ours', () => 'hello'],
  ])('with %s does not work', async (_what, change) => {
    await register();

    expect(errorOf(await verify(change(await mailedToken()))).code).toBe('NOT_FOUND');
  });

  it('cannot be made of what the database holds', async () => {
    await register();
    const [mail] = await OutboxModel.find().lean();
    const [link] = await LinkModel.find().lean();

    for (const kept of [mail?._id.split(':')[1], link?.tokenHash, link?._id.toHexString()]) {
      expect(errorOf(await verify(kept ?? '')).code).toBe('NOT_FOUND');
    }
  });

  it('sets no password', async () => {
    await register();

    const reset = await send('/auth/reset-password', { token: await mailedToken(), password: 'another password' });

    expect(errorOf(reset).code).toBe('NOT_FOUND');
  });
});

describe('a mail with a link that waits while no mail goes out', () => {
  const statuses = async () => (await OutboxModel.find().sort({ createdAt: 1 }).lean()).map(({ status }) => status);

  it('is not sent when the link has ended', async () => {
    await register();
    await send('/auth/forgot-password', { email });

    world.clock.moveBy(hour);

    expect(await subjects()).toEqual(['Confirm your email address']);
    expect((await statuses()).toSorted()).toEqual(['sent', 'skipped']);
  });

  it('is not sent when a newer link took its place', async () => {
    const asha = await register();
    world.clock.moveBy(1_000);
    await resend(asha);

    expect(await stateOf(await mailedToken())).toBe('verified');
    expect((await statuses()).slice(0, 2)).toEqual(['skipped', 'sent']);
  });

  it('greets nobody by a name, which a stranger may have chosen', async () => {
    const name = 'Pay at https://example.com';
    await send('/auth/register', { name, email, password: 'a long password' });
    await send('/auth/forgot-password', { email });

    for (const { text, html } of await mailbox.mailsTo(email)) expect(`${text}${html}`).not.toContain(name);
    expect(JSON.stringify(await OutboxModel.find().lean())).not.toContain(name);
  });
});

describe('a new link', () => {
  it('takes the place of the one before', async () => {
    const asha = await register();
    const first = await mailedToken();

    expect((await resend(asha)).body).toEqual({ success: true, state: 'sent' });

    const second = await mailedToken();
    expect(errorOf(await verify(first)).code).toBe('NOT_FOUND');
    expect(await stateOf(second)).toBe('verified');
  });

  it('is one, when it is asked for twice at once', async () => {
    const asha = await register();
    await Promise.all([resend(asha), resend(asha)]);

    const tokens = (await mailbox.mailsTo(email)).map(tokenIn);

    expect(tokens).toHaveLength(1);
    expect(await Promise.all(tokens.map(stateOf))).toEqual(['verified']);
  });

  it('is not sent to a confirmed address', async () => {
    const asha = await register();
    await verify(await mailedToken());

    expect((await resend(asha)).body.state).toBe('already-verified');
    expect(await subjects()).toHaveLength(2);
  });

  it('is for the person who is signed in', async () => {
    expect((await send('/auth/verify-email/resend', {})).status).toBe(401);
  });

  it('comes five times an hour, and then the person is told to wait', async () => {
    world.clock.moveTo('2100-01-01T00:00:00Z');
    const { token } = await register();
    const app = appOf(world, { limits: 'on' });
    const again = () => request(app).post('/api/v1/auth/verify-email/resend').set('Authorization', `Bearer ${token}`);

    for (let times = 0; times < 5; times += 1) expectStatus(await again(), 200);

    const refused = await again();
    expect(errorOf(refused).code).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('accounts for one mailbox', () => {
  it.each([
    ['owner', 'example.com', (index: number) => `owner+${index}`],
    [
      'owner',
      'gmail.com',
      (index: number) => `${'owner'.slice(0, 1 + (index % 4))}.${'owner'.slice(1 + (index % 4))}+${index}`,
    ],
  ])('are five an hour by its aliases, and its owner is not kept out: %s@%s', async (local, domain, aliasOf) => {
    world.clock.moveTo(domain === 'gmail.com' ? '2100-01-01T02:00:00Z' : '2100-01-01T00:00:00Z');
    const app = appOf(world, { limits: 'on' });
    const registerAs = (address: string) =>
      request(app)
        .post('/api/v1/auth/register')
        .send({ name: 'Asha Rao', email: `${address}@${domain}`, password: 'a long password' });
    for (let index = 1; index <= 5; index += 1) expectStatus(await registerAs(aliasOf(index)), 201);

    const refused = await registerAs(aliasOf(6));

    expect(errorOf(refused).code).toBe('TOO_MANY_REQUESTS');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expectStatus(await registerAs('somebody+1'), 201);
    expectStatus(await registerAs(local), 201);
    world.clock.moveBy(60 * 60_000);
    expectStatus(await registerAs(aliasOf(7)), 201);
  });
});

describe('the secret of a link', () => {
  it('is in the mail, and neither in the database nor in what an admin sees', async () => {
    const asha = await register();
    await send('/auth/forgot-password', { email });
    const tokens = (await mailbox.mailsTo(email)).map(tokenIn);
    await resend(asha);
    tokens.push(await mailedToken());
    await verify(tokens.at(-1) ?? '');

    const kept: unknown[] = [];
    for (const { name } of await mongoose.connection.listCollections()) {
      kept.push(...(await mongoose.connection.collection(name).find().toArray()));
    }
    const seen = await world.get('/admin/mails?status=sent', await world.admin());
    expect(seen.body.mails).toHaveLength(3);

    const all = JSON.stringify(kept) + JSON.stringify(seen.body);
    expect(all).toContain(email);
    expect(new Set(tokens).size).toBe(3);
    for (const token of tokens) expect(all).not.toContain(token);
  });

  it('is in no line of the log', async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
    const app = appOf(world, { logger });
    await register();
    const token = await mailedToken();

    for (const [path, body] of [
      ['verify-email', { token }],
      ['reset-password', { token, password: 'another password' }],
    ] as const) {
      await request(app).post(`/api/v1/auth/${path}`).send(body);
    }

    expect(lines.join('')).toContain('/auth/reset-password');
    expect(lines.join('')).not.toContain(token);
  });
});
