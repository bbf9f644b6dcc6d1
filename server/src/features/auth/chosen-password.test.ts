import { hash } from '@node-rs/argon2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import request, { type Response } from 'supertest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../test/mailbox.ts';
import { findUserByEmail, UserModel } from './index.ts';

const email = 'asha@example.com';
const password = 'a long password';
/** Cheap, since nobody attacks it. */
const cost = { memoryCost: 1024, timeCost: 1 };

let world: BookingWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('chosen-passwords');
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
const register = (chosen: string) => send('register', { name: 'Asha Rao', email, password: chosen });
const logIn = (typed: string) => send('login', { email, password: typed });
const issueOf = (response: Response) =>
  JSON.stringify({ code: errorOf(response).code, details: errorOf(response).details });

/** An account as an older version kept it, whose rule knew only a length of 10. */
async function oldAccount(chosen: string) {
  expectStatus(await register(password), 201);
  await UserModel.updateOne({ email }, { $set: { passwordHash: await hash(chosen, cost) } });
}

describe('a password is refused, with the reason at its field', () => {
  it.each([
    ['of 11 characters', 'w4tX9!plQz7', 'Use at least 12 characters'],
    ['of 11 emoji, which are 22 units', '🌻🪁🍋🎻🧭🪴🛶🌋🦉🍇🎈', 'Use at least 12 characters'],
    ['that is common', 'Trustno1-2026', 'many people use'],
    ['that is the name', 'asha rao asha', 'your name or email address'],
    ['with half a surrogate pair', 'a long password \uDC00', 'that can be typed'],
    ['of 129 characters', 'x1Y'.repeat(43), 'Use at most 128 characters'],
  ])('%s', async (_what, chosen, reason) => {
    const response = await register(chosen);

    expect(response.status).toBe(400);
    expect(issueOf(response)).toContain(`"path":"password"`);
    expect(issueOf(response)).toContain(reason);
    expect(await UserModel.countDocuments()).toBe(0);
  });

  it('also where it is chosen by a link, which stays good', async () => {
    await register(password);
    await send('forgot-password', { email });
    const token = tokenIn(
      (await mailbox.mailsTo(email)).findLast(({ subject }) => subject === 'Choose a new password'),
    );

    const refused = await send('reset-password', { token, password: 'asha@example.com' });

    expect(issueOf(refused)).toContain('your name or email address');
    expect((await send('reset-password', { token, password: 'an even longer one' })).status).toBe(200);
  });
});

describe('a password that is typed on another system', () => {
  it.each([
    ['é as one code point, then as two', 'crème-brûlée-à-la', 'NFD'],
    ['ä as two code points, then as one', 'käse-müller-straße', 'NFC'],
    ['a Vietnamese one', 'mật khẩu rất dài', 'NFD'],
    ['a Korean one', '아주 긴 비밀번호 하나 더', 'NFD'],
  ] as const)('signs in: %s', async (_what, chosen, typed) => {
    expectStatus(await register(chosen.normalize(typed === 'NFC' ? 'NFD' : 'NFC')), 201);

    expect((await logIn(chosen.normalize(typed))).status).toBe(200);
  });

  it('signs in with a space that Alt made another one', async () => {
    expectStatus(await register('blue\u00A0lamp\u00A0on\u00A0table'), 201);

    expect((await logIn('blue lamp on table')).status).toBe(200);
  });

  it('is still told from another one', async () => {
    expectStatus(await register('crème-brûlée-à-la'), 201);

    expect((await logIn('creme-brulee-a-la')).status).toBe(401);
  });

  it.each([
    ['NFD', 'NFD'],
    ['NFD', 'NFC'],
    ['NFC', 'NFD'],
  ])('signs in to an account that an older version kept as %s, typed as %s, and is kept anew', async (kept, typed) => {
    const chosen = 'crème-brûlée-à-la';
    await oldAccount(chosen.normalize(kept));
    const before = (await findUserByEmail(email))?.passwordHash;

    const answers = await Promise.all([logIn(chosen.normalize(typed)), logIn(chosen.normalize(typed))]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const after = (await findUserByEmail(email))?.passwordHash;
    expect(after === before).toBe(kept === 'NFC');
    expect((await logIn(chosen.normalize('NFC'))).status).toBe(200);
  });
});

describe('an old password that could not be chosen today', () => {
  it.each(['short-one!', 'letmein2020!', 'asha@example.com'])(
    'signs in, and its owner is asked to change it: %s',
    async (old) => {
      await oldAccount(old);

      const response = await logIn(old);

      expect(response.body.user.weakPassword).toBe(true);
      expect((await world.get('/me', { token: response.body.accessToken })).body.user.weakPassword).toBe(true);
    },
  );

  it('is asked about until another one is chosen', async () => {
    await oldAccount('letmein2020!');
    await logIn('letmein2020!');
    await send('forgot-password', { email });
    const token = tokenIn(
      (await mailbox.mailsTo(email)).findLast(({ subject }) => subject === 'Choose a new password'),
    );

    await send('reset-password', { token, password: 'an even longer one' });

    expect((await logIn('an even longer one')).body.user.weakPassword).toBe(false);
  });

  it('is no longer noted when it is good after all', async () => {
    await oldAccount(password);
    await UserModel.updateOne({ email }, { $set: { weakPassword: true } });

    expect((await logIn(password)).body.user.weakPassword).toBe(false);
  });
});
