import { defaultSchedule, endpoints } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus } from '../../../test/booking-world.ts';
import { ExpertModel } from '../experts/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('next-times');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

async function nextTimes(ids: string[], count = 3) {
  const response = await request(world.server)
    .get('/api/v1/experts/next-times')
    .query({ ids: ids.join(','), count });
  return endpoints['GET /experts/next-times'].responses[200].parse(expectStatus(response, 200)).experts;
}
const day = { start: '09:00', end: '17:00', enabled: false };
const closed = { '0': day, '1': day, '2': day, '3': day, '4': day, '5': day, '6': day };

describe('the next times of an expert', () => {
  it('are the first that can be booked, one after the other', async () => {
    const expert = await world.expert();

    // Monday 11:30 in India; two hours of notice.
    expect(await nextTimes([expert._id.toHexString()])).toEqual([
      {
        expertId: expert._id.toHexString(),
        sessionTypeId: null,
        duration: 60,
        startsAt: ['2026-01-12T08:00:00.000Z', '2026-01-12T09:00:00.000Z', '2026-01-12T10:00:00.000Z'],
      },
    ]);
  });

  it('leave out what somebody holds', async () => {
    const expert = await world.expert();
    await world.hold(await world.customer(), expert, '2026-01-12T08:00:00.000Z');

    expect((await nextTimes([expert._id.toHexString()], 1))[0]?.startsAt).toEqual(['2026-01-12T09:00:00.000Z']);
  });

  it('are looked for as far as the expert can be booked', async () => {
    const away = [{ startsAt: '2026-01-12T00:00:00Z', endsAt: '2026-02-20T00:00:00Z' }];
    const expert = await world.expert();
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { 'schedule.timeOff': away } });

    expect((await nextTimes([expert._id.toHexString()], 1))[0]?.startsAt).toEqual(['2026-02-20T03:30:00.000Z']);
  });

  it('are none for an expert without hours, and an expert who left or never was is not mentioned', async () => {
    const without = await world.expert({ schedule: { ...defaultSchedule, workingHours: closed } });
    const left = await world.expert({ isActive: false });

    const found = await nextTimes([
      without._id.toHexString(),
      left._id.toHexString(),
      new Types.ObjectId().toHexString(),
    ]);

    expect(found).toEqual([{ expertId: without._id.toHexString(), sessionTypeId: null, duration: 60, startsAt: [] }]);
  });

  it.each(['', 'x', Array.from({ length: 25 }, () => new Types.ObjectId().toHexString()).join(',')])(
    'are not told for the ids "%s"',
    async (ids) => {
      const response = await request(world.server).get('/api/v1/experts/next-times').query({ ids });

      expect(response.status).toBe(400);
    },
  );
});
