import { endpoints } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus, thursdayAt2 } from '../../../../test/booking-world.ts';

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
