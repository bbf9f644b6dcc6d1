import { defaultSchedule } from '@serene/shared/contracts';
import mongoose from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../test/test-clock.ts';
import { closeTestDatabase, openTestDatabase } from '../test/test-database.ts';
import { LeaseModel } from '../src/infra/leases.ts';
import { runMigrations } from './run.ts';

const clock = createTestClock();
const experts = () => mongoose.connection.collection('experts');

beforeAll(() => openTestDatabase('migrations', [LeaseModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  await experts().deleteMany({});
  await mongoose.connection.collection('migrations').deleteMany({});
});

describe('migrations', () => {
  it('give experts from before availability the default hours, and leave others alone', async () => {
    const own = { ...defaultSchedule, timezone: 'Europe/London' };
    await experts().insertMany([
      { name: 'Old', slug: 'old', userId: new mongoose.Types.ObjectId() },
      { name: 'New', slug: 'new', userId: new mongoose.Types.ObjectId(), schedule: own },
    ]);

    expect(await runMigrations(clock)).toEqual(['0001-default-hours']);

    expect(await experts().findOne({ slug: 'old' })).toMatchObject({ schedule: defaultSchedule, scheduleVersion: 0 });
    expect(await experts().findOne({ slug: 'new' })).toMatchObject({ schedule: own });
  });

  it('run once, also when several processes start together', async () => {
    let runs = 0;
    const counted = {
      id: '0002-counted',
      up: async () => {
        runs += 1;
      },
    };

    await Promise.all([1, 2, 3].map(() => runMigrations(clock, [counted])));

    expect(runs).toBe(1);
    expect(await runMigrations(clock, [counted])).toEqual([]);
  });
});
