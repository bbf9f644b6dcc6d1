import { durations } from '@serene/shared/scheduling';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, thursdayAt2 } from '../../../../test/booking-world.ts';

const known = [...durations];
let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('lengths');
});
afterAll(() => world.close());
beforeEach(() => world.reset());
afterEach(() => Object.assign(durations, { length: known.length }));

describe('a length that the one list gains (F2)', () => {
  it('can be offered and held, at its price', async () => {
    Object.assign(durations, [...known, 45]);
    const [asha, expert] = [await world.customer(), await world.expert({ schedule: { durations: [45] } })];

    const response = await world.createOrder(asha, world.orderBody(expert, thursdayAt2, 45));

    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({ amountMinor: 112_500 });
  });

  it('is refused before', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];

    expect((await world.createOrder(asha, world.orderBody(expert, thursdayAt2, 45))).status).toBe(400);
  });
});
