import { endpoints, type EndpointKey } from '@serene/shared/contracts';
import request, { type Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../test/booking-world.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../test/mailbox.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { deleteFeedsOf, FeedModel } from '../feeds/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { draftPassword, replacePassword } from './new-password.ts';
import { findUserByEmail, findUserById } from './user-repository.ts';

const email = 'asha@example.com';
const password = 'a long password';
const newPassword = 'an even longer password';

let world: BookingWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('ended-sign-in');
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
const tokenOf = (response: Response) => ({ token: String(response.body.accessToken) });
const cookieOf = (response: Response) => String(response.headers['set-cookie']).split(';')[0] ?? '';
const mailOf = async (subject: string) => (await mailbox.mailsTo(email)).findLast((mail) => mail.subject === subject);

/** Somebody signed in on two devices, whose address is proved. */
async function registered() {
  const laptop = await send('register', { name: 'Asha Rao', email, password });
  await send('verify-email', { token: tokenIn(await mailOf('Confirm your email address')) });
  return { laptop, phone: await send('login', { email, password }) };
}

async function asha() {
  const user = await findUserByEmail(email);
  if (user === null) throw new Error('Nobody has registered.');
  return { _id: user._id };
}

async function resetPassword(chosen = newPassword) {
  await send('forgot-password', { email });
  return send('reset-password', { token: tokenIn(await mailOf('Choose a new password')), password: chosen });
}

/** Every endpoint that needs a sign-in, with an address that fits its path. */
const needSignIn = (Object.keys(endpoints) as EndpointKey[])
  .filter((key) => endpoints[key].access !== 'public')
  .map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return { key, method, path: path.replaceAll(/:\w+/g, '65f0c0ffee00000000000001') };
  });

function call({ method, path }: { method: string; path: string }, person: { token: string }): Promise<Response> {
  if (method === 'GET') return world.get(path, person);
  if (method === 'DELETE') return world.delete(path, person);
  if (method === 'PUT') return world.put(path, person, {});
  return method === 'PATCH' ? world.patch(path, person, {}) : world.post(path, person, {});
}

describe('an access token from before a new password', () => {
  it('opens no endpoint at all, though it would last for minutes yet', { timeout: 60_000 }, async () => {
    const { laptop } = await registered();
    await resetPassword();

    const answers = await Promise.all(
      needSignIn.map(async (endpoint) => `${endpoint.key} ${(await call(endpoint, tokenOf(laptop))).status}`),
    );

    expect(answers.length).toBeGreaterThan(30);
    expect(answers.filter((answer) => !answer.endsWith(' 401'))).toEqual([]);
  });

  it('makes no link to a calendar, and changes nothing of the account', async () => {
    const older = tokenOf((await registered()).laptop);
    await resetPassword();

    const feed = await world.post('/me/calendar-feeds/sessions', older, {});
    const change = await world.patch('/me', older, { name: 'A Thief', phone: '+15550100000' });

    expect([errorOf(feed).code, errorOf(change).code]).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED']);
    expect(await findUserByEmail(email)).toMatchObject({ name: 'Asha Rao', phone: null });
  });

  it('leaves the sign-in from after it alone, and other people', async () => {
    await registered();
    const ravi = await world.customer('Ravi Rao');
    await resetPassword();

    const anew = tokenOf(await send('login', { email, password: newPassword }));

    expect((await world.get('/me', anew)).status).toBe(200);
    expect((await world.get('/me', ravi)).status).toBe(200);
  });

  it('makes a visitor of its holder where no sign-in is needed', async () => {
    const { token } = tokenOf((await registered()).laptop);
    const expert = await world.expert();
    await resetPassword();

    const profile = await request(world.server)
      .get(`/api/v1/experts/${expert.slug}`)
      .set('Authorization', `Bearer ${token}`);

    expect(profile.status).toBe(200);
  });
});

it('an access token ends with its sign-in when that is signed out', async () => {
  const { laptop, phone } = await registered();

  await request(world.server).post('/api/v1/auth/logout').set('Cookie', cookieOf(laptop));

  expect((await world.get('/me', tokenOf(laptop))).status).toBe(401);
  expect((await world.get('/me', tokenOf(phone))).status).toBe(200);
});

describe('a link to a calendar', () => {
  const makeLink = (person: Response) => world.post('/me/calendar-feeds/sessions', tokenOf(person), {});

  it('is refused, where it is asked for while a new password is being written', async () => {
    const { laptop } = await registered();
    const next = await draftPassword(world, newPassword, { name: 'Asha Rao', email: 'asha@example.com' });
    const account = await asha();
    let link: Promise<Response> | undefined;

    await inTransaction(async (transaction) => {
      await replacePassword({ endFeedsOf: deleteFeedsOf }, { account, next }, transaction);
      link ??= makeLink(laptop);
    });

    expect((await link)?.status).toBe(401);
    expect(await FeedModel.countDocuments()).toBe(0);
  });

  it('ends with the others, where it is done while a new password is being written', async () => {
    const { laptop } = await registered();
    const next = await draftPassword(world, newPassword, { name: 'Asha Rao', email: 'asha@example.com' });
    const account = await asha();
    let link: Response | undefined;

    await inTransaction(async (transaction) => {
      // From here on the transaction sees the account and its links as they are now.
      await findUserById(account._id, transaction);
      link ??= await makeLink(laptop);
      await replacePassword({ endFeedsOf: deleteFeedsOf }, { account, next }, transaction);
    });

    expect(link?.status).toBe(201);
    expect(await FeedModel.countDocuments()).toBe(0);
  });
});

describe('the owner of an account', () => {
  it('is told by email that the password was changed, when, and what to do if it was somebody else', async () => {
    await registered();

    await resetPassword();

    const mail = await mailOf('Your password was changed');
    expect(mail?.text).toContain('was changed on Monday, 12 January 2026, 11:30 India Standard Time (Asia/Kolkata)');
    expect(mail?.text).toContain('Choose a new password: http://localhost:5173/forgot-password');
    expect(mail?.text).not.toContain('Asha');
  });

  it('is told in Hindi who reads that', async () => {
    const response = await send('register', { name: 'Asha Rao', email, password, locale: 'hi-IN' });
    expect(response.status).toBe(201);
    await send('forgot-password', { email });

    await send('reset-password', { token: tokenIn(await mailOf('नया पासवर्ड चुनें')), password: newPassword });

    expect((await mailOf('आपका पासवर्ड बदल दिया गया है'))?.text).toContain('साइन आउट');
  });

  it('is told once for each change', async () => {
    await registered();

    await resetPassword();
    await resetPassword('yet another long password');

    expect(await OutboxModel.countDocuments({ template: 'password-changed' })).toBe(2);
  });

  it('is told of nothing that did not happen', async () => {
    await registered();
    await send('reset-password', { token: 'never-made', password: newPassword });

    expect(await OutboxModel.countDocuments({ template: 'password-changed' })).toBe(0);
  });
});

it('a new password ends the mailed links that choose another one', async () => {
  await registered();
  await send('forgot-password', { email });
  const older = tokenIn(await mailOf('Choose a new password'));
  const account = await asha();
  const next = await draftPassword(world, newPassword, { name: 'Asha Rao', email: 'asha@example.com' });

  await inTransaction((transaction) => replacePassword({ endFeedsOf: deleteFeedsOf }, { account, next }, transaction));

  expect(errorOf(await send('reset-password', { token: older, password: 'of a thief, and long' })).code).toBe(
    'NOT_FOUND',
  );
});
