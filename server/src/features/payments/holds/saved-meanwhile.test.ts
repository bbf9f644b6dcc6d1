import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { wantedOf } from '../../../../test/scheduling.ts';
import { nothingTold } from '../../availability/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import { ExpertModel, hourlyOfferOf, type ExpertRecord } from '../../experts/index.ts';
import { readDetails } from '../../offers/index.ts';
import { PaymentModel } from '../index.ts';
import { holdSlot } from './hold-slot.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('saved-meanwhile');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const holding = () => ({ clock: world.clock, gateways: world.gateways, holdMinutes: 10 });
const wanted = (expert: ExpertRecord, userId: Types.ObjectId) => ({
  expert,
  userId,
  offer: hourlyOfferOf(expert),
  details: readDetails(hourlyOfferOf(expert), nothingTold),
  bookingId: new Types.ObjectId(),
  retryOf: null,
  amountMinor: 150_000,
  network: null,
  hold: null,
  booking: {
    startsAt: new Date(thursdayAt2),
    endsAt: new Date('2026-01-15T09:30:00.000Z'),
    busyUntil: new Date('2026-01-15T09:30:00.000Z'),
    duration: 60 as const,
    sessionTypeId: null,
    policy: expert.cancellationPolicy,
    clientTimezone: 'Asia/Kolkata',
  },
});

describe('hours saved between the look and the claim (S5)', () => {
  const saveHours = (expert: ExpertRecord, thursday: object) =>
    ExpertModel.updateOne(
      { _id: expert._id },
      { $set: { 'schedule.workingHours.4': thursday }, $inc: { scheduleVersion: 1 } },
    );

  it('releases the hold when the new hours no longer offer the slot', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await saveHours(expert, { start: '09:00', end: '12:00', enabled: true });

    const hold = holdSlot(wanted(expert, asha.userId), holding());

    await expect(hold).rejects.toMatchObject({ code: 'SLOT_NOT_BOOKABLE' });
    expect(await ClaimModel.countDocuments()).toBe(0);
    expect(await PaymentModel.distinct('status')).toEqual(['failed']);
  });

  it('releases the hold when the duration is no longer offered', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await ExpertModel.updateOne(
      { _id: expert._id },
      { $set: { 'schedule.durations': [30] }, $inc: { scheduleVersion: 1 } },
    );

    const hold = holdSlot(wanted(expert, asha.userId), holding());

    await expect(hold).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it('keeps the hold when the new hours still offer it', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await saveHours(expert, { start: '10:00', end: '17:00', enabled: true });

    await holdSlot(wanted(expert, asha.userId), holding());

    expect(await ClaimModel.countDocuments()).toBe(1);
  });
});

describe('an offer changed between the look and the claim (S5)', () => {
  it('releases the hold where the expert’s hour is not sold any more', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await ExpertModel.updateOne(
      { _id: expert._id },
      { $set: { hourlyOffer: { isActive: false, version: 1 } }, $inc: { offersVersion: 1 } },
    );

    await expect(holdSlot(wanted(expert, asha.userId), holding())).rejects.toMatchObject({ code: 'OFFER_CHANGED' });
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it('releases the hold where it costs something else', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { rateMinor: 200_000 }, $inc: { offersVersion: 1 } });

    await expect(holdSlot(wanted(expert, asha.userId), holding())).rejects.toMatchObject({ code: 'PRICE_CHANGED' });
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it.each([1, 2, 3])(
    'switched off at the same moment is held before or refused, never half (race 8, round %i)',
    async () => {
      const [asha, expert] = [await world.customer(), await world.expert()];
      const type = await offer(world, expert);

      const [held, off] = await Promise.all([
        world.post('/scheduling/bookings', asha, wantedOf(type)),
        world.delete(`/scheduling/session-types/${type.id}`, expert),
      ]);

      expect(off.status).toBe(200);
      const answer = held.status === 201 ? 'held' : errorOf(held).code;
      expect(['held', 'NOT_FOUND', 'OFFER_CHANGED']).toContain(answer);
      const live = await PaymentModel.countDocuments({ status: 'created' });
      expect(live).toBe(held.status === 201 ? 1 : 0);
      expect(await ClaimModel.countDocuments()).toBe(live);
    },
  );
});
