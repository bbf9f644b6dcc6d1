import { endpoints } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { holdBooking, showBooking, wantedOf } from '../../../../test/scheduling.ts';
import { ClaimModel } from '../../claims/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('free-session');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const rounds = [1, 2, 3, 4, 5];

describe('a free session that is booked while the expert saves other hours (S5)', () => {
  it.each(rounds)('is refused, or the save names it as outside the new hours (round %i)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ rateMinor: 0 })];
    const slot = { scheduledDate: '2026-01-15', scheduledTime: '14:00', duration: 60 };
    const closed = { workingHours: { '4': { start: '09:00', end: '17:00', enabled: false } } };

    const [booked, saved] = await Promise.all([
      world.post('/sessions', asha, { expertId: expert._id.toHexString(), ...slot }),
      world.put('/experts/availability', expert, closed),
    ]);

    const { strandedSessions } = endpoints['PUT /experts/availability'].responses[200].parse(expectStatus(saved, 200));
    const stranded = strandedSessions.map(({ startsAt }) => startsAt);
    expect([201, 422]).toContain(booked.status);
    expect(stranded).toEqual(booked.status === 201 ? [thursdayAt2] : []);
  });
});

describe('a free session that is asked for again is the one that was booked (M9)', () => {
  const slot = { scheduledDate: '2026-01-15', scheduledTime: '14:00', duration: 60 };

  it.each([
    ['at once', '2026-01-12T06:00:00Z'],
    ['when the expert needs more notice for a new one', '2026-01-15T08:15:00Z'],
    ['when it has begun', '2026-01-15T08:45:00Z'],
  ])('%s', async (_what, moment) => {
    const [asha, expert] = [await world.customer(), await world.expert({ rateMinor: 0 })];
    const ask = () => world.post('/sessions', asha, { expertId: expert._id.toHexString(), ...slot });
    const first = await ask();
    world.clock.moveTo(moment);

    const second = await ask();

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.session.id).toBe(first.body.session.id);
  });

  it('and not what somebody else has booked', async () => {
    const [asha, ravi] = [await world.customer(), await world.customer('Ravi Rao')];
    const expert = await world.expert({ rateMinor: 0 });
    const ask = (person: typeof asha) =>
      world.post('/sessions', person, { expertId: expert._id.toHexString(), ...slot });
    await ask(asha);

    expect((await ask(ravi)).status).toBe(409);
  });
});

describe('a free session where a hold lies', () => {
  const freeTalk = { price: 0, category: 'free' } as const;

  it("takes the place of the customer's own hold, whose order is given up (S1, R4)", async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const [paid, free] = [await offer(world, expert), await offer(world, expert, freeTalk)];
    const held = await holdBooking(world, asha, wantedOf(paid));

    const booked = await holdBooking(world, asha, wantedOf(free));

    expect(booked).toMatchObject({ status: 'CONFIRMED', startTime: thursdayAt2 });
    expect(await showBooking(world, asha, held.id)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'UNPAID' });
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('takes the place of a hold that has lapsed and was not swept yet (S3)', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const [paid, free] = [await offer(world, expert), await offer(world, expert, freeTalk)];
    await holdBooking(world, ravi, wantedOf(paid));
    world.clock.moveBy(11 * 60_000);

    const booked = await holdBooking(world, asha, wantedOf(free));

    expect(booked.status).toBe('CONFIRMED');
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it("is refused while somebody else's stands (T1)", async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const [paid, free] = [await offer(world, expert), await offer(world, expert, freeTalk)];
    await holdBooking(world, ravi, wantedOf(paid));

    const answer = await world.post('/scheduling/bookings', asha, wantedOf(free));

    expect([answer.status, answer.body.error.code]).toEqual([409, 'SLOT_TAKEN']);
  });
});
