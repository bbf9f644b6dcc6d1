import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../test/booking-world.ts';
import { offer } from '../../../test/offers.ts';
import { ExpertModel } from '../experts/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('hourly-offer');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const change = { isActive: true, rate: 1_800, currency: 'INR', durations: [60, 90], version: 0 };
const save = (expert: { token: string }, body: object = change) => world.put('/experts/me/hourly-offer', expert, body);

describe('the expert’s hour', () => {
  it('is shown as it was when the expert began, and changed', async () => {
    const expert = await world.expert();

    const before = await world.get('/experts/me/hourly-offer', expert);
    const after = await save(expert);

    expect(before.body.hourlyOffer).toMatchObject({ isActive: true, rate: 1_500, currency: 'INR', version: 0 });
    expect(after.body.hourlyOffer).toMatchObject({ ...change, version: 1, rateMinor: 180_000 });
    const shown = await world.get(`/experts/${expert._id.toHexString()}`, expert);
    expect(shown.body.expert).toMatchObject({ rate: 1_800, durations: [60, 90] });
  });

  it('switched off has no lengths, and cannot be held: what is offered now is said', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    await save(expert, { ...change, rate: 1_500, durations: [30, 60, 90, 120], isActive: false });

    const held = await world.createOrder(asha, world.orderBody(expert));

    expect(held.status).toBe(409);
    expect(errorOf(held)).toMatchObject({ code: 'OFFER_CHANGED', details: { sessionTypes: [{ id: type.id }] } });
    const shown = await world.get(`/experts/${expert._id.toHexString()}`, asha);
    expect(shown.body.expert).toMatchObject({ durations: [], prices: [] });
    const times = await world.get(`/experts/next-times?ids=${expert._id.toHexString()}&count=2`, asha);
    expect(times.body.experts[0]).toMatchObject({ sessionTypeId: type.id, duration: 45 });
    expect(times.body.experts[0].startsAt).toHaveLength(2);
  });

  it('in two tabs loses nothing', async () => {
    const expert = await world.expert();
    await save(expert, { ...change, rate: 2_000 });

    const second = await save(expert, change);

    expect(second.status).toBe(409);
    expect(errorOf(second)).toMatchObject({
      code: 'VERSION_CONFLICT',
      details: { hourlyOffer: { rate: 2_000, version: 1 } },
    });
  });

  it('and the hours saved at the same moment both stay', async () => {
    const expert = await world.expert();

    const [offered, hours] = await Promise.all([
      save(expert),
      world.put('/experts/availability', expert, { bufferMinutes: 20 }),
    ]);

    expect([offered.status, hours.status]).toEqual([200, 200]);
    const stored = await ExpertModel.findById(expert._id).lean();
    expect(stored).toMatchObject({ rateMinor: 180_000, schedule: { durations: [60, 90], bufferMinutes: 20 } });
  });

  it.each([
    ['a rate whose half hour nobody could pay', { rate: 1, durations: [30] }],
    ['a length that is not on the list', { durations: [45] }],
    ['no length', { durations: [] }],
    ['less than nothing', { rate: -1 }],
  ])('is refused with %s', async (_what, wrong) => {
    expect((await save(await world.expert(), { ...change, ...wrong })).status).toBe(400);
  });

  it('is the expert’s own affair', async () => {
    expect((await save(await world.customer())).status).toBe(403);
    expect((await save(await world.admin())).status).toBe(403);
  });
});

describe('experts with a free first talk', () => {
  it('can be filtered for, by what everybody can book now', async () => {
    const [asha, sarah, ravi] = [await world.customer(), await world.expert(), await world.expert()];
    const free = { category: 'free' as const, price: 0, durationMinutes: 15 };
    await offer(world, sarah, free);
    await offer(world, ravi, { ...free, access: 'members' });
    const names = async () =>
      (await world.get('/experts?freeTalk=true', asha)).body.experts.map(({ id }: { id: string }) => id);

    expect(await names()).toEqual([sarah._id.toHexString()]);

    await save(sarah, { ...change, rate: 20, currency: 'USD' });
    expect(await names()).toEqual([]);
  });
});
