import { endpoints, type TimeSlot } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { offer } from '../../../test/offers.ts';
import { holdBooking, wantedOf } from '../../../test/scheduling.ts';
import { ClaimModel } from '../claims/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('offer-times');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const read = (path: string) => request(world.server).get(`/api/v1${path}`);
const timeSlots = async (query: string): Promise<TimeSlot[]> => {
  const answer = await read(`/scheduling/time-slots?${query}`);
  return endpoints['GET /scheduling/time-slots'].responses[200].parse(expectStatus(answer, 200)).timeSlots;
};
const free = (slots: TimeSlot[]) => slots.filter(({ available }) => available).map(({ startTime }) => startTime);

describe('the times of a session type (F1, F2)', () => {
  it('are those of its length, whichever length is asked for', async () => {
    const expert = await world.expert();
    const { id, expertId } = await offer(world, expert, { durationMinutes: 45 });

    const day = await read(`/experts/${expertId}/availability?date=2026-01-15&duration=90&sessionTypeId=${id}`);

    expect(day.body.duration).toBe(45);
    const starts = day.body.availableSlots.filter(({ available }: { available: boolean }) => available);
    // From nine to a quarter past four: 45 minutes later the working day ends.
    expect([starts.at(0).time, starts.at(-1).time]).toEqual(['09:00', '16:15']);
  });

  it('follow its own notice, horizon and break, and the expert’s where it has none', async () => {
    const expert = await world.expert({ schedule: { minimumNoticeMinutes: 0, bufferMinutes: 0 } });
    const terms = { minimumNoticeMinutes: 3 * 24 * 60, maximumAdvanceDays: 5, bufferMinutes: 60 };
    const strict = await offer(world, expert, { terms });
    const plain = await offer(world, expert);
    const month = (id: string) => timeSlots(`expertId=${strict.expertId}&sessionTypeId=${id}&month=2026-01`);

    const starts = free(await month(strict.id));
    // Monday 11:30 in India is now: three days ahead at the earliest, five at the latest.
    expect(starts.at(0)).toBe('2026-01-15T06:00:00.000Z');
    expect(starts.at(-1)).toBe('2026-01-16T10:45:00.000Z');
    expect(free(await month(plain.id)).at(0)).toBe('2026-01-12T06:00:00.000Z');

    const asha = await world.customer();
    await holdBooking(world, asha, wantedOf(strict));
    expect(await ClaimModel.find().lean()).toMatchObject([{ busyUntil: new Date('2026-01-15T10:15:00Z') }]);
    const day = free(await timeSlots(`expertId=${strict.expertId}&sessionTypeId=${plain.id}&date=2026-01-15`));
    expect(day).not.toContain('2026-01-15T10:00:00.000Z');
    expect(day).toContain('2026-01-15T10:15:00.000Z');
  });

  it('of a day each say why not; of a month only the free ones are told', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    await holdBooking(world, asha, wantedOf(type));
    const query = `expertId=${type.expertId}&sessionTypeId=${type.id}`;

    const day = await timeSlots(`${query}&date=2026-01-15&timezone=Europe/London`);
    const held = day.find(({ startTime }) => startTime === thursdayAt2);
    expect(held).toEqual({
      startTime: thursdayAt2,
      endTime: '2026-01-15T09:15:00.000Z',
      available: false,
      reason: 'held',
    });

    const month = await timeSlots(`${query}&month=2026-01`);
    expect(month.every(({ available }) => available)).toBe(true);
    expect(free(day).every((start) => free(month).includes(start))).toBe(true);
  });

  it('of the expert’s hour are asked for by its length', async () => {
    const expert = await world.expert();
    const slots = await timeSlots(`expertId=${expert._id.toHexString()}&duration=90&date=2026-01-15`);
    expect(free(slots).at(-1)).toBe('2026-01-15T10:00:00.000Z');
  });

  it.each([
    ['a day and a month at once', 'date=2026-01-15&month=2026-01', 400],
    ['neither', '', 400],
    ['a month that is none', 'month=2026-13', 400],
    ['a zone that does not exist', 'date=2026-01-15&timezone=Mars/Olympus', 400],
    ['an offer that does not exist', 'date=2026-01-15&sessionTypeId=a1b2c3d4e5f60718293a4b5c', 409],
  ])('are refused for %s', async (_what, query, status) => {
    const expert = await world.expert();
    const answer = await read(`/scheduling/time-slots?expertId=${expert._id.toHexString()}&${query}`);
    expect(answer.status).toBe(status);
  });

  it('of one that was switched off say what is offered now', async () => {
    const expert = await world.expert();
    const [off, on] = [await offer(world, expert, { isActive: false }), await offer(world, expert)];

    const answer = await read(`/experts/${off.expertId}/availability?date=2026-01-15&sessionTypeId=${off.id}`);

    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ code: 'OFFER_CHANGED', details: { sessionTypes: [{ id: on.id }] } });
  });
});

describe('moving a session of a type (L3)', () => {
  it('goes by the type’s terms and keeps its length, also once the type is switched off', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const free = { category: 'free' as const, price: 0 };
    const type = await offer(world, expert, { ...free, terms: { bufferMinutes: 30 } });
    const { id } = await holdBooking(world, asha, wantedOf(type));
    await world.delete(`/scheduling/session-types/${type.id}`, expert);
    const to = '2026-01-16T09:00:00.000Z';

    const listed = await world.get(
      `/experts/${type.expertId}/availability?date=2026-01-16&duration=45&moving=${id}`,
      asha,
    );
    const moved = await world.post(`/sessions/${id}/reschedule`, asha, { startsAt: to });

    expect(listed.status).toBe(200);
    expect(moved.body.session).toMatchObject({ startsAt: to, duration: 45, title: type.title });
    expect(await ClaimModel.find().lean()).toMatchObject([{ busyUntil: new Date('2026-01-16T10:15:00Z') }]);
  });
});
