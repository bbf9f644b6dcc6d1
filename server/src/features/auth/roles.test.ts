import type { Role } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { openMailbox, tokenIn, type Mailbox } from '../../../test/mailbox.ts';
import { buildUser } from '../../../test/people.ts';
import { deleteFeedsOf } from '../feeds/index.ts';
import { createExpert, ExpertModel } from '../experts/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { inTransaction } from '../../infra/mongo.ts';
import {
  createTokens,
  findUserByEmail,
  findUserById,
  grantRole,
  insertUser,
  LinkModel,
  UserModel,
  vouchForAccount,
} from './index.ts';
import { logIn as verifyCredentials } from './log-in.ts';

const email = 'meera@example.com';
const strangers = 'the password of a stranger';
const owners = 'what the owner has chosen';
const operators = 'what the operator has typed';

let world: BookingWorld;
let mailbox: Mailbox;
beforeAll(async () => {
  world = await BookingWorld.open('roles');
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
const logIn = (password: string) => send('login', { email, password });

/** Somebody who registers the address of another person. */
async function stranger() {
  const person = { name: 'Not Meera', email, password: strangers, phone: '+919876543210', locale: 'hi-IN' };
  const response = await send('register', person);
  expectStatus(response, 201);
  return {
    cookie: String(response.headers['set-cookie']).split(';')[0] ?? '',
    token: String(response.body.accessToken),
  };
}

/** What the owner of the address does with its mails. They are signed in nowhere. */
async function pressConfirm() {
  const confirm = (await mailbox.mailsTo(email)).find(({ text }) => text?.includes('/verify-email#'));
  expectStatus(await send('verify-email', { token: tokenIn(confirm) }), 200);
}
async function chooseByLink(password: string) {
  await send('forgot-password', { email });
  const choose = (await mailbox.mailsTo(email)).findLast(({ text }) => text?.includes('/reset-password#'));
  expectStatus(await send('reset-password', { token: tokenIn(choose), password }), 200);
}

/** What the operator's command does before it gives the role; `meanwhile` happens while they type the password. */
function vouch(meanwhile: () => Promise<unknown> = () => Promise.resolve(), takeOver = true, role: Role = 'admin') {
  return vouchForAccount(
    { clock: world.clock, endFeedsOf: deleteFeedsOf },
    {
      name: 'Meera Joshi',
      email,
      timezone: 'Europe/Paris',
      takeOver,
      role,
      askPassword: async () => {
        await meanwhile();
        return operators;
      },
    },
  );
}

describe('a role', () => {
  it.each(['admin', 'expert'] as const)('is not given to an account whose address nobody proved: %s', async (role) => {
    const { _id } = await buildUser({ emailVerifiedAt: null });

    await expect(inTransaction((transaction) => grantRole(_id, role, transaction))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });

    expect((await findUserById(_id))?.roles).toEqual(['customer']);
  });

  it('is not brought along by a new account whose address nobody proved', async () => {
    const proved = await buildUser();
    const unproved = { ...proved, email: 'second@example.com', emailVerifiedAt: null };

    for (const role of ['admin', 'expert'] as const) {
      await expect(insertUser({ ...unproved, roles: ['customer', role] })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await findUserByEmail('second@example.com')).toBeNull();
  });

  it('leaves no expert profile behind where it is refused', async () => {
    const { _id } = await buildUser({ emailVerifiedAt: null });
    const profile = { userId: _id, name: 'Asha Rao', category: 'Coaching', rateMinor: 0, currency: 'INR' };

    await expect(createExpert(world, profile)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    expect(await ExpertModel.countDocuments()).toBe(0);
  });

  it('that an older version gave counts only once the reader of the address chose the password', async () => {
    const { token } = await stranger();
    await UserModel.updateOne({ email }, { $set: { roles: ['customer', 'admin'] } });

    const signedIn = await logIn(strangers);
    expect(signedIn.body.user.roles).toEqual(['customer']);
    expect((await world.get('/admin/mails', { token: signedIn.body.accessToken })).status).toBe(403);
    expect((await world.get('/me', { token })).body.user.roles).toEqual(['customer']);

    // The press shows who reads the address, and nothing of who chose the password.
    await pressConfirm();
    expect((await logIn(strangers)).body.user.roles).toEqual(['customer']);
    await expect(vouch(undefined, false)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    await chooseByLink(owners);
    expect((await logIn(owners)).body.user.roles).toEqual(['customer', 'admin']);
  });

  it('that an account has from before passwords were noted as proved stays, and brings no second one', async () => {
    const { _id } = await buildUser({ email });
    await UserModel.updateOne({ _id }, { $set: { roles: ['customer', 'expert'] }, $unset: { passwordProved: true } });
    const give = (role: Role) => inTransaction((transaction) => grantRole(_id, role, transaction));

    await give('expert');
    expect(await vouch(undefined, false, 'expert')).toMatchObject({ outcome: 'kept', user: { _id } });
    await expect(vouch(undefined, false, 'admin')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(give('admin')).rejects.toMatchObject({ code: 'FORBIDDEN' });

    expect((await findUserById(_id))?.roles).toEqual(['customer', 'expert']);
  });
});

describe.each(['admin', 'expert'] as const)('the role of an %s, where only a press confirmed the address', (role) => {
  /** By the doors themselves, whatever the command said before. */
  async function tryDoors() {
    const user = await findUserByEmail(email);
    if (user === null) throw new Error('Nobody registered.');
    const profile = { userId: user._id, name: 'Asha Rao', category: 'Coaching', rateMinor: 0, currency: 'INR' };
    return Promise.allSettled([
      inTransaction((transaction) => grantRole(user._id, role, transaction)),
      createExpert(world, profile),
      insertUser({ ...user, _id: new Types.ObjectId(), email: 'second@example.com', roles: ['customer', role] }),
    ]);
  }
  const refused = { status: 'rejected', reason: { code: 'FORBIDDEN' } };

  it('is refused at every door: the password may be a stranger’s', async () => {
    await stranger();
    await pressConfirm();

    await expect(vouch(undefined, false, role)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    expect(await tryDoors()).toMatchObject([refused, refused, refused]);
    expect((await logIn(strangers)).body.user.roles).toEqual(['customer']);
    expect(await ExpertModel.countDocuments()).toBe(0);
  });

  it('is not opened by a password that was changed by the current one', async () => {
    const { token } = await stranger();
    await pressConfirm();
    const wish = { currentPassword: strangers, password: 'another of the stranger' };
    expectStatus(await world.post('/auth/change-password', { token }, wish), 200);

    expect(await tryDoors()).toMatchObject([refused, refused, refused]);
  });

  it('is opened by a password that was chosen by the mailed link, and stays open after a change of it', async () => {
    await stranger();
    await pressConfirm();
    await chooseByLink(owners);
    const { accessToken: token } = (await logIn(owners)).body;
    const wish = { currentPassword: owners, password: operators };
    expectStatus(await world.post('/auth/change-password', { token }, wish), 200);

    const { user, outcome } = await vouch(undefined, false, role);
    await inTransaction((transaction) => grantRole(user._id, role, transaction));

    expect(outcome).toBe('kept');
    expect((await logIn(operators)).body.user.roles).toEqual(['customer', role]);
    expect(errorOf(await logIn(strangers)).code).toBe('INVALID_CREDENTIALS');
  });

  it('never lands on the stranger’s password when the press and the operator come at once', async () => {
    for (const takeOver of [true, false, true, false]) {
      await world.reset();
      mailbox.empty();
      await stranger();
      const confirm = tokenIn((await mailbox.mailsTo(email))[0]);

      const [given] = await Promise.allSettled([
        vouch(undefined, takeOver, role).then(({ user }) =>
          inTransaction((transaction) => grantRole(user._id, role, transaction)),
        ),
        send('verify-email', { token: confirm }),
      ]);

      expect(given.status).toBe(takeOver ? 'fulfilled' : 'rejected');
      const answer = await logIn(strangers);
      expect(answer.body.user?.roles).toEqual(takeOver ? undefined : ['customer']);
    }
  });
});

describe('an account that a stranger made, once the operator vouches for its address', () => {
  it('is the operator’s: their name and password, and nothing that the stranger chose', async () => {
    await stranger();

    const { user, outcome } = await vouch();

    expect(outcome).toBe('taken-over');
    const kept = await findUserByEmail(email);
    expect(kept).toMatchObject({ _id: user._id, name: 'Meera Joshi', phone: null, timezone: 'Europe/Paris' });
    expect(kept?.emailVerifiedAt).toEqual(world.clock.now());
    expect(kept).not.toHaveProperty('locale');
    expect(errorOf(await logIn(strangers)).code).toBe('INVALID_CREDENTIALS');
    expect((await logIn(operators)).status).toBe(200);
  });

  it('has none of the stranger’s sign-ins, calendar feeds and links', async () => {
    const { cookie, token } = await stranger();
    const feed = new URL((await world.post('/me/calendar-feeds/sessions', { token }, {})).body.url).pathname;
    await send('forgot-password', { email });
    const links = (await mailbox.mailsTo(email)).map((mail) => tokenIn(mail));
    expect(links).toHaveLength(2);

    await vouch();

    expect((await request(world.server).post('/api/v1/auth/refresh').set('Cookie', cookie)).status).toBe(401);
    expect((await request(world.server).get(feed)).status).toBe(404);
    const tried = await Promise.all(
      links.flatMap((link) => [
        send('verify-email', { token: link }),
        send('reset-password', { token: link, password: 'once more a stranger' }),
      ]),
    );
    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(await LinkModel.countDocuments()).toBe(0);
  });

  it('lets nobody in whose password was verified just before', async () => {
    await stranger();
    const verified = await verifyCredentials({ email, password: strangers });
    await vouch();

    const tokens = createTokens({ secret: 'a secret of thirty-two bytes or more', clock: world.clock });

    await expect(tokens.startFamily(verified)).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
  });

  it.each([
    ['before', async () => void (await stranger()), () => Promise.resolve()],
    ['while the operator types', () => Promise.resolve(), stranger],
  ])('stays as it is unless the operator asks to take it over: registered %s', async (_when, before, meanwhile) => {
    await before();

    await expect(vouch(meanwhile, false)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    expect((await logIn(strangers)).body.user).toMatchObject({ name: 'Not Meera', emailVerified: false });
  });

  it('is taken over as well when it is registered while the operator types', async () => {
    const { outcome } = await vouch(stranger);

    expect(outcome).toBe('taken-over');
    expect((await logIn(strangers)).status).toBe(401);
    expect((await logIn(operators)).status).toBe(200);
  });

  it('is taken over as well when its address was only confirmed, and its reader is told', async () => {
    await stranger();

    const { outcome } = await vouch(pressConfirm);

    expect(outcome).toBe('taken-over');
    expect(await findUserByEmail(email)).toMatchObject({ name: 'Meera Joshi', passwordProved: true });
    expect((await logIn(strangers)).status).toBe(401);
    expect((await logIn(operators)).status).toBe(200);
    expect(await OutboxModel.find({ template: 'password-changed' }).lean()).toMatchObject([{ to: email }]);
  });

  it('stays with its reader when they choose a password by the link while the operator types', async () => {
    await stranger();

    const { outcome, user } = await vouch(() => chooseByLink(owners));

    expect(outcome).toBe('kept');
    expect(user.name).toBe('Not Meera');
    expect((await logIn(operators)).status).toBe(401);
    expect((await logIn(owners)).status).toBe(200);
  });

  it('ends a new sign-in or is not let into by it, whichever of the two is first', async () => {
    for (let round = 0; round < 2; round += 1) {
      await world.reset();
      await stranger();

      const [signIns] = await Promise.all([Promise.all([logIn(strangers), logIn(strangers)]), vouch()]);

      for (const { headers } of signIns.filter(({ status }) => status === 200)) {
        const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
        expect((await request(world.server).post('/api/v1/auth/refresh').set('Cookie', cookie)).status).toBe(401);
      }
      expect((await logIn(operators)).status).toBe(200);
    }
  });
});
