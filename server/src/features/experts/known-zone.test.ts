import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { UserModel } from '../auth/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { ExpertModel, type ExpertRecord } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('known-zone');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const visitor = (path: string) => request(world.server).get(`/api/v1${path}`);

/** As an import, or a version that checked less, may have left it. */
async function storeZone(expert: Pick<ExpertRecord, '_id'>, zone: string): Promise<void> {
  await ExpertModel.collection.updateOne({ _id: expert._id }, { $set: { 'schedule.timezone': zone } });
}

describe.each(['Asia/Calcuta', 'Etc/Unknown', '+05:30'])('an expert whose stored zone is %s', (zone) => {
  it('is listed and shown, and offers no time: their hours could be any hours', async () => {
    const expert = await world.expert();
    await storeZone(expert, zone);

    const list = expectStatus(await visitor('/experts'), 200);
    const profile = expectStatus(await visitor(`/experts/${expert.slug}`), 200);
    const day = expectStatus(await visitor(`/experts/${expert.slug}/availability?date=2026-01-15`), 200);
    const month = expectStatus(await visitor(`/experts/${expert.slug}/available-dates?month=2026-01`), 200);
    const next = expectStatus(await visitor(`/experts/next-times?ids=${expert._id.toHexString()}`), 200);

    expect(list).toMatchObject({ experts: [{ timezone: 'UTC' }] });
    expect(profile).toMatchObject({ expert: { timezone: 'UTC', workingDays: [] } });
    expect(day).toMatchObject({ availableSlots: [], nextAvailableDate: null });
    expect(month).toMatchObject({ availableDates: [], nextAvailableDate: null });
    expect(next).toMatchObject({ experts: [{ startsAt: [] }] });
  });

  it('keeps the sessions they have, and their hours for the day they choose their zone', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const session = await world.book(asha, expert);
    await storeZone(expert, zone);
    await SessionModel.collection.updateMany({}, { $set: { timezone: zone } });

    expect(expectStatus(await world.get(`/sessions/${session.id}`, asha), 200)).toMatchObject({
      session: { startsAt: thursdayAt2 },
    });
    expect(expectStatus(await world.get('/experts/me/availability', expert), 200)).toMatchObject({
      expert: { timezone: zone, workingDays: [1, 2, 3, 4, 5] },
    });

    const saved = expectStatus(await world.put('/experts/availability', expert, { timezone: 'Asia/Kolkata' }), 200);

    expect(saved).toMatchObject({ expert: { timezone: 'Asia/Kolkata', workingDays: [1, 2, 3, 4, 5] } });
    const month = expectStatus(await visitor(`/experts/${expert.slug}/available-dates?month=2026-01`), 200);
    const { availableDates } = endpoints['GET /experts/:id/available-dates'].responses[200].parse(month);
    expect(availableDates).toContain('2026-01-16');
  });
});

describe.each(['Asia/Calcuta', 'Etc/Unknown', 'undefined'])('a customer whose stored zone is %s', (zone) => {
  it('books, finds the session and its calendar, and moves it', async () => {
    const [asha, expert] = [await world.customer('Asha Nair', zone), await world.expert()];

    const session = await world.book(asha, expert);

    expect(expectStatus(await world.get('/me', asha), 200)).toMatchObject({ user: { timezone: zone } });
    expect(expectStatus(await world.get('/sessions', asha), 200)).toMatchObject({ sessions: [{ id: session.id }] });
    expect((await world.get(`/sessions/${session.id}/calendar.ics`, asha)).text).toContain('DTSTART:20260115T083000Z');
    const feed = expectStatus(await world.post('/me/calendar-feeds/sessions', asha, {}), 201);
    const { url } = endpoints['POST /me/calendar-feeds/:kind'].responses[201].parse(feed);
    expect((await request(world.server).get(new URL(url).pathname)).text).toContain('DTSTART:20260115T083000Z');
    expectStatus(
      await world.post(`/sessions/${session.id}/reschedule`, asha, { startsAt: '2026-01-15T09:30:00.000Z' }),
      200,
    );
  });

  it('chooses a known one', async () => {
    const asha = await world.customer('Asha Nair', zone);

    await world.patch('/me', asha, { timezone: 'asia/calcutta' });

    expect(await UserModel.findById(asha.userId).lean()).toMatchObject({ timezone: 'Asia/Kolkata' });
  });
});
