import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2, type TestPerson } from '../../../../test/booking-world.ts';
import { listenWithLimits } from '../../../../test/limited-server.ts';
import { offer, offerBody } from '../../../../test/offers.ts';
import { holdBooking, openBooking, showBooking, wantedOf } from '../../../../test/scheduling.ts';
import { BookingModel } from '../../booking-records/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import { PaymentModel, sweepHolds } from '../../payments/index.ts';
import { SessionModel } from '../../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('scheduling-holds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('a hold that ended', () => {
  const lapsed = async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const held = await holdBooking(world, asha, wantedOf(type, { notes: 'Again' }));
    const { orderId } = await openBooking(world, asha, held.id);
    world.clock.moveBy(11 * 60_000);
    await sweepHolds(world);
    return { asha, expert, type, id: held.id, orderId };
  };
  const retry = (person: TestPerson, id: string) => world.post(`/scheduling/bookings/${id}/retry`, person, {});

  it('is tried again as a new booking with the same wish (B5)', async () => {
    const { asha, id } = await lapsed();
    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'UNPAID' });

    const answer = await retry(asha, id);

    expect(answer.status).toBe(201);
    expect(answer.body.booking).toMatchObject({ status: 'PENDING', notes: 'Again', startTime: thursdayAt2 });
    expect(answer.body.booking.id).not.toBe(id);
  });

  it('pressed twice at once gets one retry', async () => {
    const { asha, id } = await lapsed();

    const answers = await Promise.all([retry(asha, id), retry(asha, id), retry(asha, id)]);

    const ids = answers.map(({ body }) => body.booking?.id);
    expect(new Set(ids).size).toBe(1);
    expect(await ClaimModel.countDocuments()).toBe(1);
    expect(await BookingModel.countDocuments({ retryOf: { $ne: null } })).toBe(1);
  });

  it('whose money came late after all is booked instead, and a retry that stands gives way to nobody', async () => {
    const { asha, id, orderId } = await lapsed();
    await world.pay(orderId);

    const answer = await retry(asha, id);

    expect(answer.body.booking).toMatchObject({ id, status: 'CONFIRMED', paymentStatus: 'PAID' });
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('whose money comes while its retry is open takes the time back, and the retry lapses (M4)', async () => {
    const { asha, id, orderId } = await lapsed();
    const retried = (await retry(asha, id)).body.booking.id;
    await world.pay(orderId);

    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'CONFIRMED', paymentStatus: 'PAID' });
    expect(await showBooking(world, asha, retried)).toMatchObject({ status: 'CANCELLED', paymentStatus: 'UNPAID' });
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('whose money comes after its retry was booked and cancelled is booked, since the time is free again', async () => {
    const { asha, id, orderId } = await lapsed();
    const retried = (await retry(asha, id)).body.booking.id;
    await world.pay((await openBooking(world, asha, retried)).orderId);
    await showBooking(world, asha, retried);
    await world.patch(`/scheduling/bookings/${retried}`, asha, { status: 'CANCELLED' });
    await world.pay(orderId);

    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'CONFIRMED' });
    expect(await showBooking(world, asha, retried)).toMatchObject({ status: 'CANCELLED', refundPending: true });
  });

  it('whose retry is paid gives late money of the first back (M4, M6)', async () => {
    const { asha, id, orderId } = await lapsed();
    const retried = (await retry(asha, id)).body.booking.id;
    await world.pay((await openBooking(world, asha, retried)).orderId);
    expect(await showBooking(world, asha, retried)).toMatchObject({ status: 'CONFIRMED' });

    await world.pay(orderId);
    expect(await showBooking(world, asha, id)).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'PAID',
      refundPending: true,
    });
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('that lapsed once more is tried again from either of the two', async () => {
    const { asha, id } = await lapsed();
    const again = (await retry(asha, id)).body.booking.id;
    world.clock.moveBy(11 * 60_000);
    await sweepHolds(world);

    const third = await retry(asha, id);

    expect([third.status, third.body.booking.status]).toEqual([201, 'PENDING']);
    expect([id, again]).not.toContain(third.body.booking.id);
  });

  it.each([
    ['asks something else', { questions: [{ id: 'b', kind: 'short' as const, label: 'Why?', required: true }] }],
    ['wants to approve', { terms: { requiresApproval: true } }],
  ])('whose offer now %s is not tried again as if nothing had changed (B5, O3)', async (_what, change) => {
    const { asha, expert, type, id } = await lapsed();
    await world.put(`/scheduling/session-types/${type.id}`, expert, { ...offerBody(change), version: type.version });

    expect(errorOf(await retry(asha, id)).code).toBe('OFFER_CHANGED');
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it('at another price now is not tried again before that is said', async () => {
    const { asha, expert, type, id } = await lapsed();
    const { title, durationMinutes, currency, category, access, version } = type;
    const body = { title, durationMinutes, currency, category, access, version, price: 1_500 };
    expectStatus(await world.put(`/scheduling/session-types/${type.id}`, expert, body), 200);

    const answer = await retry(asha, id);

    expect(answer.status).toBe(409);
    expect(errorOf(answer).code).toBe('PRICE_CHANGED');
  });

  it('is nobody else’s to try again', async () => {
    const { expert, id } = await lapsed();
    const ravi = await world.customer('Ravi Rao');
    expect((await retry(ravi, id)).status).toBe(404);
    expect((await world.post(`/scheduling/bookings/${id}/retry`, expert, {})).status).toBe(409);
  });
});

describe('a hold without a checkout', () => {
  it('counts towards the limit on holding a time again, as one with a checkout does (S4)', async () => {
    const asha = await world.customer();
    const limited = listenWithLimits(world);
    try {
      const type = await offer(world, await world.expert());
      const statuses = [];
      for (let times = 0; times < 3; times += 1) {
        const answer = await request(limited)
          .post('/api/v1/scheduling/bookings')
          .set('Authorization', `Bearer ${asha.token}`)
          .send(wantedOf(type));
        statuses.push(answer.status);
        await world.patch(`/scheduling/bookings/${answer.body.booking?.id}`, asha, { status: 'CANCELLED' });
      }
      expect(statuses).toEqual([201, 201, 429]);
    } finally {
      limited.close();
    }
  });
});

describe('releasing a hold', () => {
  it('frees the time at once; what is paid meanwhile stays', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));

    const answer = await world.patch(`/scheduling/bookings/${id}`, asha, { status: 'CANCELLED' });

    expect(answer.body.booking).toMatchObject({ status: 'CANCELLED', paymentStatus: 'UNPAID' });
    expect(await ClaimModel.countDocuments()).toBe(0);
    expect(await PaymentModel.distinct('status')).toEqual(['expired']);
    expect((await world.patch(`/scheduling/bookings/${id}`, asha, { status: 'COMPLETED' })).status).toBe(409);
    expect((await world.patch(`/scheduling/bookings/${id}`, asha, { paymentStatus: 'PAID' })).status).toBe(400);
  });

  it('is the customer’s alone', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));

    for (const person of [ravi, expert]) {
      expect((await world.patch(`/scheduling/bookings/${id}`, person, { status: 'CANCELLED' })).status).toBe(404);
    }
    expect((await world.post('/payments/create-order', ravi, { bookingId: id })).status).toBe(404);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });
});
