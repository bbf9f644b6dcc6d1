import { defaultSchedule } from '@serene/shared/contracts';
import mongoose, { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExpertModel } from '../src/features/experts/index.ts';
import { LeaseModel } from '../src/infra/leases.ts';
import { createLogger } from '../src/infra/logger.ts';
import { createTestClock } from '../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../test/test-database.ts';
import { defaultHours } from './0001-default-hours.ts';
import { knownAddresses } from './0002-known-addresses.ts';
import { signInIds } from './0003-sign-in-ids.ts';
import { runMigrations } from './run.ts';

const dependencies = { clock: createTestClock(), logger: createLogger('silent') };
const collection = (name: string) => mongoose.connection.collection(name);

beforeAll(() => openTestDatabase('migrations', [LeaseModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  for (const name of ['experts', 'users', 'refreshtokens', 'migrations', 'leases'])
    await collection(name).deleteMany({});
});

describe('migrations', () => {
  it('run once for each database', async () => {
    expect(await runMigrations(dependencies)).toEqual([
      '0001-default-hours',
      '0002-known-addresses',
      '0003-sign-in-ids',
    ]);
    expect(await runMigrations(dependencies)).toEqual([]);
  });

  it('run once, also when several processes start together', async () => {
    let runs = 0;
    const counted = {
      id: '0002-counted',
      up: async () => {
        runs += 1;
      },
    };

    const ran = await Promise.all([1, 2, 3].map(() => runMigrations(dependencies, [counted])));

    expect(runs).toBe(1);
    expect(ran.flat()).toEqual(['0002-counted']);
  });

  it('run again after one failed, and those before it do not', async () => {
    const calls: string[] = [];
    let broken = true;
    const list = ['0001-first', '0002-second'].map((id) => ({
      id,
      up: async () => {
        calls.push(id);
        if (id === '0002-second' && broken) throw new Error('the power is out');
      },
    }));

    await expect(runMigrations(dependencies, list)).rejects.toThrow('the power is out');
    broken = false;
    expect(await runMigrations(dependencies, list)).toEqual(['0002-second']);

    expect(calls).toEqual(['0001-first', '0002-second', '0002-second']);
  });

  it('end with every index in place', async () => {
    await runMigrations(dependencies);

    const unique = (await ExpertModel.collection.indexes()).filter((index) => index.unique);
    expect(unique.map(({ key }) => key)).toEqual(expect.arrayContaining([{ slug: 1 }, { userId: 1 }]));
  });
});

describe('the migration to default hours', () => {
  const own = { ...defaultSchedule, timezone: 'Europe/London' };
  const old = { userId: new Types.ObjectId(), slug: 'old', name: 'Old Expert', category: 'Law', rateMinor: 100 };
  const find = (slug: string) => collection('experts').findOne({ slug });

  beforeEach(async () => {
    await collection('experts').insertMany([
      { ...old },
      { ...old, userId: new Types.ObjectId(), slug: 'emptied', schedule: null },
      { ...old, userId: new Types.ObjectId(), slug: 'new', schedule: own, scheduleVersion: 7 },
    ]);
  });

  it('gives experts without a schedule the hours that a new one starts with', async () => {
    await runMigrations(dependencies);

    expect(await find('old')).toMatchObject({ ...old, schedule: defaultSchedule, scheduleVersion: 0 });
    expect(await find('emptied')).toMatchObject({ schedule: defaultSchedule, scheduleVersion: 0 });
  });

  it('leaves the hours of others alone', async () => {
    await runMigrations(dependencies);

    expect(await find('new')).toMatchObject({ schedule: own, scheduleVersion: 7 });
  });

  it('changes nothing when it runs again after a crash', async () => {
    await runMigrations(dependencies);
    const before = await collection('experts').find().toArray();

    await defaultHours.up(mongoose.connection);

    expect(await collection('experts').find().toArray()).toEqual(before);
  });
});

describe('the migration to known addresses', () => {
  const created = new Date('2025-05-01T09:00:00Z');
  const person = (email: string) => ({ email, name: 'Asha', roles: ['customer'], timezone: 'UTC', createdAt: created });
  const confirmedAt = async (email: string) => (await collection('users').findOne({ email }))?.['emailVerifiedAt'];

  beforeEach(async () => {
    await collection('users').insertMany([
      person('old@example.com'),
      { ...person('new@example.com'), emailVerifiedAt: null },
      { ...person('confirmed@example.com'), emailVerifiedAt: new Date('2025-06-01T09:00:00Z') },
    ]);
  });

  it('takes the addresses of accounts from before as confirmed', async () => {
    await runMigrations(dependencies);

    expect(await confirmedAt('old@example.com')).toEqual(created);
  });

  it('leaves alone who has yet to confirm theirs, and who has', async () => {
    await runMigrations(dependencies);

    expect(await confirmedAt('new@example.com')).toBeNull();
    expect(await confirmedAt('confirmed@example.com')).toEqual(new Date('2025-06-01T09:00:00Z'));
  });

  it('changes nothing when it runs again after a crash', async () => {
    await runMigrations(dependencies);
    const before = await collection('users').find().toArray();

    await knownAddresses.up(mongoose.connection);

    expect(await collection('users').find().toArray()).toEqual(before);
  });
});

it('the migration to ids of sign-ins gives each its own, once, and leaves those that have one alone', async () => {
  const signInId = new Types.ObjectId();
  const idsOf = async () => {
    const families = await collection('refreshtokens').find().sort({ userId: 1 }).toArray();
    return families.map((family) => String(family['signInId']));
  };
  await collection('refreshtokens').insertMany([{ userId: 1 }, { userId: 2, signInId }, { userId: 3 }]);

  await runMigrations(dependencies);
  const ids = await idsOf();
  await signInIds.up(mongoose.connection);

  expect(new Set(ids).size).toBe(3);
  expect(ids[1]).toBe(signInId.toHexString());
  expect(await idsOf()).toEqual(ids);
});
