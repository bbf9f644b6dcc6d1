import { endpoints, type EndpointContract, type EndpointKey } from '@serene/shared/contracts';
import type { Response } from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offer, offerBody } from '../../../../test/offers.ts';
import { wantedOf } from '../../../../test/scheduling.ts';
import type { ExpertRecord } from '../../experts/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('switched-off');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** An answer whose code its contract lists: pages decide by it what to say. */
function expectRefusal(key: EndpointKey, answer: Response): void {
  const { errors }: EndpointContract = endpoints[key];
  expect([answer.status, errorOf(answer).code]).toEqual([409, 'OFFER_CHANGED']);
  expect(errors).toContain('OFFER_CHANGED');
}

const idOf = ({ _id }: ExpertRecord) => _id.toHexString();
const switchOffHour = (expert: { token: string }, rate: number) =>
  world.put('/experts/me/hourly-offer', expert, {
    isActive: false,
    rate,
    currency: 'INR',
    durations: [60],
    version: 0,
  });

describe('an offer that is switched off is refused with what is offered now (F4)', () => {
  it('in both lists of its times', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const { id, version } = await offer(world, expert);
    const off = { ...offerBody(), isActive: false, version };
    expect((await world.put(`/scheduling/session-types/${id}`, expert, off)).status).toBe(200);
    const query = `sessionTypeId=${id}&date=2026-01-15`;

    expectRefusal(
      'GET /scheduling/time-slots',
      await world.get(`/scheduling/time-slots?expertId=${idOf(expert)}&${query}`, asha),
    );
    expectRefusal(
      'GET /experts/:id/availability',
      await world.get(`/experts/${idOf(expert)}/availability?${query}`, asha),
    );
  });

  it('where a free hour is booked', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ rateMinor: 0 })];
    expect((await switchOffHour(expert, 0)).status).toBe(200);

    const body = {
      expertId: idOf(expert),
      scheduledDate: '2026-01-15',
      scheduledTime: '14:00',
      duration: 60,
      startsAt: thursdayAt2,
    };
    expectRefusal('POST /sessions', await world.post('/sessions', asha, body));
  });
});

describe('an offer that is deleted is refused like one that is switched off (F4)', () => {
  it('in its times and where it is held', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const [gone, left] = [await offer(world, expert), await offer(world, expert, { title: 'Left' })];
    await world.delete(`/scheduling/session-types/${gone.id}`, expert);
    const query = `sessionTypeId=${gone.id}&date=2026-01-15`;

    const times = await world.get(`/scheduling/time-slots?expertId=${idOf(expert)}&${query}`, asha);
    const held = await world.post('/scheduling/bookings', asha, wantedOf(gone));

    expectRefusal('GET /scheduling/time-slots', times);
    expectRefusal('POST /scheduling/bookings', held);
    expect(errorOf(held).details).toMatchObject({ sessionTypes: [{ id: left.id }] });
  });
});
