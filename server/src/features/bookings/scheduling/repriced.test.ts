import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { nothingTold } from '../../availability/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import { book } from './book.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('repriced');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('an offer that gets a price, or loses it, between the look and the booking (S5, F5)', () => {
  it.each([
    ['was free', { price: 1_200 }, { isFree: true, shown: null }, 120_000],
    ['was seen as free', { price: 1_200 }, { isFree: true, shown: { amountMinor: 0, currency: 'INR' } }, 120_000],
    [
      'had a price',
      { price: 0, category: 'free' as const },
      { isFree: false, shown: { amountMinor: 120_000, currency: 'INR' } },
      0,
    ],
  ])('is refused with the price that it has now: it %s', async (_what, now, looked, amountMinor) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert, now);
    const wish = {
      ...nothingTold,
      expertId: expert._id,
      sessionTypeId: new Types.ObjectId(type.id),
      duration: 45,
      startsAt: new Date(thursdayAt2),
      clientTimezone: null,
      userId: asha.userId,
    };
    const { clock, gateways, logger } = world;

    const booking = book(
      { clock, gateways, logger, holdMinutes: 10 },
      { wish, ...looked, bookingId: new Types.ObjectId(), network: null },
    );

    await expect(booking).rejects.toMatchObject({ code: 'PRICE_CHANGED', details: { amountMinor } });
    expect(await ClaimModel.countDocuments()).toBe(0);
  });
});
