import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildClaim } from '../../../test/claims.ts';
import { buildExpert } from '../../../test/people.ts';
import { closeTestDatabase, openTestDatabase } from '../../../test/test-database.ts';
import { UserModel } from '../auth/index.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel, hourlyOfferOf, type ExpertRecord } from '../experts/index.ts';
import { nearestFreeStarts } from './index.ts';

const now = new Date('2026-01-12T06:00:00Z'); // Monday, 11:30 in India

beforeAll(() => openTestDatabase('nearest', [UserModel, ExpertModel, ClaimModel]));
afterAll(closeTestDatabase);
beforeEach(async () => {
  for (const model of [UserModel, ExpertModel, ClaimModel]) await model.collection.deleteMany({});
});

async function nearest(expert: ExpertRecord, around: string, count?: number): Promise<string[]> {
  const wanted = {
    expert,
    terms: hourlyOfferOf(expert).terms(60),
    around: new Date(around),
    now,
    ...(count === undefined ? {} : { count }),
  };
  return (await nearestFreeStarts(wanted)).map((start) => start.toISOString());
}

describe('the nearest free starts', () => {
  it('lie on both sides of the one that is taken, earliest first', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60 } });
    await buildClaim({ expert, startsAt: '2026-01-15T06:30:00Z' });

    expect(await nearest(expert, '2026-01-15T06:30:00Z')).toEqual([
      '2026-01-15T04:30:00.000Z',
      '2026-01-15T05:30:00.000Z',
      '2026-01-15T07:30:00.000Z',
    ]);
  });

  it('are as many as asked for, over a weekend if need be', async () => {
    const expert = await buildExpert({
      schedule: { slotDuration: 60, breakTimes: [{ start: '10:00', end: '17:00', days: [1, 2, 3, 4, 5] }] },
    });

    // A Friday: the next hours after it are on Monday.
    expect(await nearest(expert, '2026-01-16T03:30:00Z', 5)).toEqual([
      '2026-01-13T03:30:00.000Z',
      '2026-01-14T03:30:00.000Z',
      '2026-01-15T03:30:00.000Z',
      '2026-01-16T03:30:00.000Z',
      '2026-01-19T03:30:00.000Z',
    ]);
  });

  it('keep the minimum notice and the horizon', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, maximumAdvanceDays: 1 } });

    // Today from 14:00, tomorrow until 11:00.
    expect(await nearest(expert, '2026-01-12T06:30:00Z', 50)).toEqual([
      '2026-01-12T08:30:00.000Z',
      '2026-01-12T09:30:00.000Z',
      '2026-01-12T10:30:00.000Z',
      '2026-01-13T03:30:00.000Z',
      '2026-01-13T04:30:00.000Z',
      '2026-01-13T05:30:00.000Z',
    ]);
  });

  it('are found from an instant that has passed, or that is beyond the horizon', async () => {
    const expert = await buildExpert({ schedule: { slotDuration: 60, maximumAdvanceDays: 1 } });

    expect(await nearest(expert, '2020-01-01T00:00:00Z', 1)).toEqual(['2026-01-12T08:30:00.000Z']);
    expect(await nearest(expert, '2030-01-01T00:00:00Z', 1)).toEqual(['2026-01-13T05:30:00.000Z']);
  });

  it('are none where nothing is free', async () => {
    const expert = await buildExpert({
      schedule: { timeOff: [{ startsAt: '2026-01-01T00:00:00Z', endsAt: '2027-01-01T00:00:00Z' }] },
    });

    expect(await nearest(expert, '2026-01-15T06:30:00Z')).toEqual([]);
  });
});
