import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import mongoose from 'mongoose';
import request from 'supertest';
import { z } from 'zod';
import { smallApp } from '../test/small-app.ts';
import { createTestClock } from '../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../test/test-database.ts';
import {
  accountLinkRoutes,
  authRoutes,
  createLinkTokens,
  createTokens,
  findUserByEmail,
  UserModel,
  type VouchedPerson,
  createDeviceCookie,
  createPasswordGuard,
} from '../src/features/auth/index.ts';
import { ExpertModel, findExpertOfUser } from '../src/features/experts/index.ts';
import { OutboxModel } from '../src/features/notifications/index.ts';
import { deleteFeedsOf } from '../src/features/feeds/index.ts';
import { createEndpoint } from '../src/http/endpoint.ts';
import { createRateLimit } from '../src/http/rate-limit.ts';
import { models } from '../src/models.ts';
import { grant } from './grant.ts';
import { askPassword } from './password.ts';
import { readOrder } from './read-order.ts';
import { testUri } from '../test/test-uri.ts';

const clock = createTestClock();
const secret = 'a secret of thirty-two bytes or more';
const tokens = createTokens({ secret, clock });
const linkTokens = createLinkTokens(secret);
const deviceCookie = createDeviceCookie({ secret, frontendUrl: 'http://localhost:5173' });
const app = smallApp(
  authRoutes({
    endpoint: createEndpoint(tokens, null),
    rateLimit: createRateLimit('off', clock),
    clock,
    tokens,
    linkTokens,
    passwordGuard: createPasswordGuard('off', clock),
    deviceCookie,
    endFeedsOf: deleteFeedsOf,
    findProfileOf: () => Promise.resolve(null),
    frontendUrl: 'http://localhost:5173',
  }),
  accountLinkRoutes({
    endpoint: createEndpoint(tokens, null),
    rateLimit: createRateLimit('off', clock),
    clock,
    linkTokens,
    deviceCookie,
    endFeedsOf: deleteFeedsOf,
  }),
);
const meera = ['--email', 'Meera@example.com', '--name', 'Meera Joshi'];
const asha = ['--email', 'asha@example.com', '--name', 'Asha Rao'];

beforeAll(() => openTestDatabase('account', models));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await OutboxModel.deleteMany({});
  await UserModel.deleteMany({});
  await ExpertModel.deleteMany({});
});

/** What the command does, without its process. @returns what it said */
async function account(args: string[], input = ''): Promise<string> {
  const read = readOrder(args);
  if ('problem' in read) throw new Error(read.problem);
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const password: VouchedPerson['askPassword'] = (account) =>
    askPassword({ input: Readable.from([input]), say, account });
  await grant({ clock, say, askPassword: password }, read.order);
  return lines.join('\n');
}

/** The command as a process of its own, with `input` piped into it. */
async function runAccount(args: string[], input = '') {
  const uri = new URL(testUri());
  uri.pathname = `/${mongoose.connection.name}`;
  const command = spawn(process.execPath, ['--import', 'tsx', 'accounts/main.ts', ...args], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, MONGODB_URI: uri.href },
  });
  command.stdin.end(input);
  const [said, complaint, code] = await Promise.all([
    text(command.stdout),
    text(command.stderr),
    new Promise((resolve) => command.once('close', resolve)),
  ]);
  return { code, said, complaint };
}

/** The owner of an address presses the link that was mailed there, signed in nowhere. */
async function pressConfirm(to: string) {
  const mail = await OutboxModel.findOne({ to, template: 'verify-email' }).lean();
  const { linkId } = z.object({ linkId: z.string() }).parse(mail?.data);
  const response = await request(app)
    .post('/api/v1/auth/verify-email')
    .send({ token: linkTokens.tokenOf(linkId) });
  expect(response.body.state).toBe('verified');
}

async function rolesAfterSignIn(email: string, password: string): Promise<unknown> {
  const response = await request(app).post('/api/v1/auth/login').send({ email, password });
  return response.body.user?.roles;
}

describe('the account command', { timeout: 60_000 }, () => {
  it('makes an admin, with the password it is given', async () => {
    const { code, said } = await runAccount(['admin', ...meera], 'a long password\n');

    expect(code).toBe(0);
    expect(said).toMatch(/^Made the account meera@example\.com\.\nmeera@example\.com is an admin/);
    expect(said).not.toContain('a long password');
    expect(await rolesAfterSignIn('meera@example.com', 'a long password')).toEqual(['customer', 'admin']);
  });

  it('makes up a password where none is given, and shows it', async () => {
    const said = await account(['admin', ...meera]);

    const [, password = ''] = /^Its password, shown this once: (\S+)$/m.exec(said) ?? [];
    expect(password.length).toBeGreaterThanOrEqual(16);
    expect(await rolesAfterSignIn('meera@example.com', password)).toEqual(['customer', 'admin']);
  });

  it('vouches for the address: nobody is asked to confirm it', async () => {
    await account(['admin', ...meera]);

    expect(await findUserByEmail('meera@example.com')).toMatchObject({ emailVerifiedAt: clock.now() });
    expect(await OutboxModel.countDocuments()).toBe(0);
  });

  it('makes an expert who can be found, at a rate in major units', async () => {
    const said = await account(['expert', ...asha, '--rate', '99.50', '--timezone', 'asia/calcutta']);

    expect(said).toContain('at /experts/asha-rao, for 99.5 INR an hour');
    const user = await findUserByEmail('asha@example.com');
    expect(user).toMatchObject({ roles: ['customer', 'expert'], timezone: 'Asia/Kolkata' });
    expect(user && (await findExpertOfUser(user._id))).toMatchObject({
      name: 'Asha Rao',
      rateMinor: 9950,
      currency: 'INR',
      isActive: true,
      schedule: { timezone: 'Asia/Kolkata' },
    });
  });

  it('leaves an account that exists as it is, and can be repeated', async () => {
    await account(['expert', ...asha, '--rate', '1500'], 'a long password\n');

    const again = await account(['expert', ...asha, '--rate', '9'], 'another password\n');
    const admin = await account(['admin', ...asha], 'another password\n');

    expect(again).toContain('was an expert already');
    expect(admin).toContain('its name and password stay');
    expect(await ExpertModel.find().lean()).toMatchObject([{ rateMinor: 150_000 }]);
    expect(await rolesAfterSignIn('asha@example.com', 'a long password')).toEqual(['customer', 'expert', 'admin']);
  });

  it.each([
    ['admin', ['admin', ...meera], ['customer', 'admin']],
    ['expert', ['expert', ...meera, '--rate', '1500'], ['customer', 'expert']],
  ])(
    'gives the role of an %s to an account that a stranger made only by taking it over',
    async (_role, args, roles) => {
      const strangers = 'a password of a stranger';
      const registered = { name: 'A Stranger', email: 'meera@example.com', password: strangers };
      await request(app).post('/api/v1/auth/register').send(registered);

      await expect(account(args, 'a password of the operator\n')).rejects.toThrow(
        'a stranger may have chosen its password',
      );
      expect(await rolesAfterSignIn('meera@example.com', strangers)).toEqual(['customer']);
      expect(await ExpertModel.countDocuments()).toBe(0);

      const said = await account([...args, '--take-over'], 'a password of the operator\n');
      expect(said).toContain('you took the account over');
      expect(await rolesAfterSignIn('meera@example.com', strangers)).toBeUndefined();
      expect(await rolesAfterSignIn('meera@example.com', 'a password of the operator')).toEqual(roles);
      expect(await findUserByEmail('meera@example.com')).toMatchObject({ name: 'Meera Joshi' });
    },
  );

  it.each([
    ['admin', ['admin', ...meera], ['customer', 'admin'], 'after'],
    ['expert', ['expert', ...meera, '--rate', '1500'], ['customer', 'expert'], 'after'],
    ['admin', ['admin', ...meera], ['customer', 'admin'], 'before'],
  ])(
    'gives the role of an %s to no password that was there before the address was confirmed',
    async (_role, args, roles, when) => {
      const strangers = 'a password of a stranger';
      const registered = { name: 'A Stranger', email: 'meera@example.com', password: strangers };
      await request(app).post('/api/v1/auth/register').send(registered);
      // Refused, which leads the operator to ask the owner for the press.
      if (when === 'after') await account(args).catch(() => undefined);
      await pressConfirm('meera@example.com');

      await expect(account(args)).rejects.toThrow('a stranger may have chosen its password');
      expect(await rolesAfterSignIn('meera@example.com', strangers)).toEqual(['customer']);
      expect(await ExpertModel.countDocuments()).toBe(0);

      const said = await account([...args, '--take-over'], 'a password of the operator\n');
      expect(said).toContain('you took the account over');
      expect(await rolesAfterSignIn('meera@example.com', strangers)).toBeUndefined();
      expect(await rolesAfterSignIn('meera@example.com', 'a password of the operator')).toEqual(roles);
    },
  );

  it('tells the operator what to do about an account that may be a stranger’s', async () => {
    const registered = { name: 'A Stranger', email: 'meera@example.com', password: 'a password of a stranger' };
    await request(app).post('/api/v1/auth/register').send(registered);

    const { code, complaint } = await runAccount(['admin', ...meera]);

    expect(code).toBe(1);
    expect(complaint).toContain('Have its owner choose a new password by the link "Forgot your password?"');
    expect(complaint).toContain('--take-over');
  });

  it('says whose account it gives a role to, where one is proved already', async () => {
    await account(['expert', ...asha, '--rate', '0'], 'a long password\n');

    expect(await account(['admin', ...asha])).toContain('It belongs to Asha Rao, was made on 2026-01-12');
  });

  it('makes nothing of a password that is too short', async () => {
    const { code, complaint } = await runAccount(['admin', ...meera], 'short\n');

    expect(code).toBe(1);
    expect(complaint).toContain('Use at least 12 characters');
    expect(await UserModel.countDocuments()).toBe(0);
  });
});

describe('what the account command is told', () => {
  it.each([
    ['nothing', [], 'Say admin or expert.'],
    ['an unknown role', ['owner', ...asha], 'Say admin or expert.'],
    ['an expert without a rate', ['expert', ...asha], '--rate: is missing'],
    ['a rate that is none', ['expert', ...asha, '--rate', '-5x'], '--rate'],
    ['an address that is none', ['admin', '--email', 'asha', '--name', 'Asha'], '--email: Enter an email address'],
    ['a rate for an admin', ['admin', ...meera, '--rate', '5'], 'rate'],
    ['a name without quotes', ['admin', '--email', 'a@example.com', '--name', 'Asha', 'Rao'], 'What is Rao?'],
    ['an unknown option', ['admin', ...meera, '--password', 'x'], '--password'],
  ])('is refused when it is %s', (_what, args, problem) => {
    expect(readOrder(args)).toMatchObject({ problem: expect.stringContaining(problem) });
  });
});
