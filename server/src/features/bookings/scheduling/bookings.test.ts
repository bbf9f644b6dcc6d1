import { endpoints, type Booking } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { holdBooking, openBooking, showBooking, until245, wanted, wantedOf } from '../../../../test/scheduling.ts';
import { BookingModel } from '../../booking-records/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { sendRefunds, sweepHolds } from '../../payments/index.ts';
import { SessionModel } from '../../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('scheduling-bookings');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('a paid session type', () => {
  it('is held without a checkout, paid by the order of its booking, and becomes the session of that id (B2, M3)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);

    const held = await holdBooking(world, asha, wantedOf(type, { amount: 1_200 }));
    expect(held).toMatchObject({
      status: 'PENDING',
      paymentStatus: 'UNPAID',
      title: 'Sleep consultation',
      startTime: thursdayAt2,
      endTime: until245,
      amountMinor: 120_000,
      clientId: asha.userId.toHexString(),
      holdExpiresAt: '2026-01-12T06:10:00.000Z',
    });
    expect((await world.gatewayState()).orders).toHaveLength(0);

    const order = await openBooking(world, asha, held.id);
    expect(order).toMatchObject({ bookingId: held.id, amountMinor: 120_000 });
    expect((await openBooking(world, asha, held.id)).orderId).toBe(order.orderId);
    await world.pay(order.orderId);

    // The way back proves nothing: the page asks, and the server asks the gateway (P4).
    const paid = await showBooking(world, asha, held.id);
    expect(paid).toMatchObject({ id: held.id, status: 'CONFIRMED', paymentStatus: 'PAID' });
    expect(paid.reference).toMatch(/^SW-/);
    expect(await SessionModel.find().lean()).toMatchObject([
      { title: 'Sleep consultation', duration: 45, amountMinor: 120_000 },
    ]);
    expect((await world.post('/payments/create-order', asha, { bookingId: held.id })).status).toBe(409);
  });

  it('shows a declined card as failed while the hold stands, and pending again once another attempt is on its way', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    const { orderId } = await openBooking(world, asha, id);

    await world.control('POST', `/orders/${orderId}/pay`, { outcome: 'failed' });
    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'PENDING', paymentStatus: 'FAILED' });

    world.clock.moveBy(3_000);
    await world.pay(orderId);
    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'CONFIRMED', paymentStatus: 'PAID' });
  });

  it('asks the gateway at most every two seconds, however many pages look (P4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    const { orderId } = await openBooking(world, asha, id);
    await showBooking(world, asha, id);
    await world.pay(orderId);

    const [first, second] = await Promise.all([showBooking(world, asha, id), showBooking(world, asha, id)]);
    expect([first.status, second.status]).toEqual(['PENDING', 'PENDING']);

    world.clock.moveBy(2_000);
    expect((await showBooking(world, asha, id)).status).toBe('CONFIRMED');
  });

  it('is shown from the database while the gateway is away', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    await openBooking(world, asha, id);
    await world.fault({ fault: '502', method: 'GET', path: '/v1/orders/*/payments' });

    expect((await showBooking(world, asha, id)).status).toBe('PENDING');
  });

  it('cancelled brings the money back, and says how much', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    await world.pay((await openBooking(world, asha, id)).orderId);
    await showBooking(world, asha, id);

    const cancelled = await world.patch(`/scheduling/bookings/${id}`, asha, { status: 'CANCELLED' });
    expect(cancelled.body.booking).toMatchObject({ status: 'CANCELLED', paymentStatus: 'PAID', refundPending: true });

    const { clock, gateways, logger, supportEmail } = world;
    await sendRefunds({ clock, gateways, logger, supportEmail });
    expect(await showBooking(world, asha, id)).toMatchObject({ paymentStatus: 'REFUNDED', refundedAmount: 1_200 });
  });

  it('waits for the expert where the offer asks for approval, who accepts by the same door', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const terms = { requiresApproval: true };
    const type = await offer(world, expert, { terms });
    const { id } = await holdBooking(world, asha, wantedOf(type));
    await world.pay((await openBooking(world, asha, id)).orderId);

    expect(await showBooking(world, asha, id)).toMatchObject({
      status: 'PENDING',
      paymentStatus: 'PAID',
      awaiting: 'approval',
    });
    expect((await world.patch(`/scheduling/bookings/${id}`, asha, { status: 'CONFIRMED' })).status).toBe(403);
    const accepted = await world.patch(`/scheduling/bookings/${id}`, expert, { status: 'CONFIRMED' });
    expect(accepted.body.booking).toMatchObject({ status: 'CONFIRMED', paymentStatus: 'PAID' });
  });
});

describe('a free session type', () => {
  const free = { category: 'free' as const, price: 0, durationMinutes: 15, title: 'First talk' };
  const until215 = '2026-01-15T08:45:00.000Z';

  it('is booked at once, with its row, its session and two emails', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert, free);

    const booking = await holdBooking(world, asha, wantedOf(type, { endTime: until215 }));

    expect(booking).toMatchObject({ status: 'CONFIRMED', paymentStatus: 'PAID', amount: 0, title: 'First talk' });
    expect(await BookingModel.countDocuments()).toBe(1);
    expect(await SessionModel.findById(booking.id).lean()).toMatchObject({ duration: 15, title: 'First talk' });
    expect(await OutboxModel.countDocuments()).toBe(2);
  });

  it('is booked by confirm; what costs money is held, and where to pay is said (B4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const [talk, paid] = [await offer(world, expert, free), await offer(world, expert)];
    const clientDetails = { name: 'Asha Nair', email: 'asha@example.com', timezone: 'Europe/London' };
    const confirm = (sessionTypeId: string, timeSlot: object, more: object = {}) =>
      world.post('/scheduling/bookings/confirm', asha, { sessionTypeId, timeSlot, clientDetails, ...more });

    const booked = await confirm(talk.id, { startTime: thursdayAt2, endTime: until215 });
    expect(booked.status).toBe(201);
    expect(booked.body.paymentRequired).toBeUndefined();
    expect(booked.body.booking.confirmationUrl).toContain(`/booking/confirmation?bookingId=${booked.body.booking.id}`);

    const held = await confirm(paid.id, { startTime: '2026-01-15T10:30:00.000Z', endTime: '2026-01-15T11:15:00.000Z' });
    expect(held.body).toMatchObject({ paymentRequired: true, checkoutUrl: expect.stringContaining('/pay') });
    expect(await showBooking(world, asha, held.body.booking.id)).toMatchObject({
      status: 'PENDING',
      clientTimezone: 'Europe/London',
    });

    const url = 'https://calendly.example.com/x';
    const foreign = await confirm(talk.id, { startTime: thursdayAt2, endTime: until215, schedulingUrl: url });
    expect(foreign.status).toBe(400);
  });
});

describe('the expert’s hour', () => {
  it('is held by the length that its times give', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const expertId = expert._id.toHexString();
    const endTime = '2026-01-15T10:00:00.000Z';

    const held = await holdBooking(world, asha, wanted({ expertId, sessionTypeId: null, endTime }, { amount: 2_250 }));

    expect(held).toMatchObject({ sessionTypeId: null, amount: 2_250, title: '90 minutes with Dr. Sarah Khan' });
    const odd = wanted({ expertId, sessionTypeId: null });
    expect((await world.post('/scheduling/bookings', asha, odd)).status).toBe(400);
  });
});

describe('what is refused at /scheduling/bookings', () => {
  it.each([
    ['an end that is a minute off', { endTime: '2026-01-15T09:16:00.000Z' }, 400],
    ['an end before the start', { endTime: '2026-01-15T08:00:00.000Z' }, 400],
    ['a zone that does not exist', { clientTimezone: 'Mars/Olympus' }, 400],
    ['somebody else’s id', { clientId: 'a1b2c3d4e5f60718293a4b5c' }, 403],
    ['a status of the payment', { paymentStatus: 'PAID' }, 400],
    ['another price than is asked', { amount: 1 }, 409],
    ['an offer that does not exist', { sessionTypeId: 'a1b2c3d4e5f60718293a4b5c' }, 409],
    ['answers to what was not asked', { answers: [{ questionId: 'x', answer: 'y' }] }, 400],
    ['a pathway that is none', { pathway: 'Sleep' }, 400],
    ['notes without end', { notes: 'x'.repeat(2_001) }, 400],
  ])('%s', async (_what, wrong, status) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);

    const body = { ...wantedOf(type), ...wrong };
    expect((await world.post('/scheduling/bookings', asha, body)).status).toBe(status);
    expect(await ClaimModel.countDocuments()).toBe(0);
    expect(await BookingModel.countDocuments()).toBe(0);
  });

  it('the type of another expert, and oneself', async () => {
    const [asha, sarah, ravi] = [await world.customer(), await world.expert(), await world.expert()];
    const type = await offer(world, sarah);

    const crossed = wanted({ expertId: ravi._id.toHexString(), sessionTypeId: type.id });
    expect((await world.post('/scheduling/bookings', asha, crossed)).status).toBe(409);
    const oneself = wantedOf(type);
    expect((await world.post('/scheduling/bookings', sarah, oneself)).status).toBe(400);
  });

  it('a type that was switched off in the wizard: what is offered now is said', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const [off, other] = [await offer(world, expert, { isActive: false }), await offer(world, expert)];

    const body = wantedOf(off);
    const answer = await world.post('/scheduling/bookings', asha, body);

    expect(answer.status).toBe(409);
    expect(errorOf(answer)).toMatchObject({ code: 'OFFER_CHANGED', details: { sessionTypes: [{ id: other.id }] } });
  });
});

describe('editing an offer (F4)', () => {
  it('changes no hold: it is paid and booked as it was shown', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    await world.delete(`/scheduling/session-types/${type.id}`, expert);

    await world.pay((await openBooking(world, asha, id)).orderId);

    expect(await showBooking(world, asha, id)).toMatchObject({ status: 'CONFIRMED', title: type.title, amount: 1_200 });
  });

  it('switched off, buys nothing with late money: it goes back', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id } = await holdBooking(world, asha, wantedOf(type));
    const { orderId } = await openBooking(world, asha, id);
    await world.delete(`/scheduling/session-types/${type.id}`, expert);
    world.clock.moveBy(11 * 60_000);
    await sweepHolds(world);
    await world.pay(orderId);

    expect(await showBooking(world, asha, id)).toMatchObject({
      status: 'CANCELLED',
      paymentStatus: 'PAID',
      refundPending: true,
    });
    expect(await SessionModel.countDocuments()).toBe(0);
  });

  it('between the list and the hold is noticed: the price, and that it is gone', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const type = await offer(world, expert);
    const { id, expertId, version, isForSale, priceMinor, position, cancellationPolicy, requiresApproval, ...body } =
      type;
    await world.put(`/scheduling/session-types/${id}`, expert, { ...body, version, price: 1_500 });

    const held = await world.post(
      '/scheduling/bookings',
      asha,
      wanted({ expertId, sessionTypeId: id }, { amount: 1_200 }),
    );

    expect(held.status).toBe(409);
    expect(errorOf(held)).toMatchObject({ code: 'PRICE_CHANGED', details: { amount: 1_500 } });
    expect([isForSale, priceMinor, position, cancellationPolicy, requiresApproval]).toHaveLength(5);
  });
});

describe('the list of bookings (B3)', () => {
  it('has what is held before the first page, then sessions, newest start first', async () => {
    const [asha, sarah, ravi] = [await world.customer(), await world.expert(), await world.expert()];
    const early = await world.book(asha, sarah, '2026-01-14T05:30:00.000Z');
    const late = await world.book(asha, sarah, '2026-01-16T05:30:00.000Z');
    const type = await offer(world, ravi);
    const held = await holdBooking(world, asha, wantedOf(type));
    const ids = async (query = '', person: { token: string } = asha) => {
      const answer = await world.get(`/scheduling/bookings${query}`, person);
      const { bookings } = endpoints['GET /scheduling/bookings'].responses[200].parse(expectStatus(answer, 200));
      return bookings.map(({ id }) => id);
    };

    expect(await ids()).toEqual([held.id, late.id, early.id]);
    expect(await ids('?status=CONFIRMED')).toEqual([late.id, early.id]);
    expect(await ids('?status=PENDING')).toEqual([held.id]);
    expect(await ids('?as=expert', sarah)).toEqual([late.id, early.id]);
    expect((await world.get('/scheduling/bookings?as=expert', asha)).status).toBe(403);

    const first = await world.get('/scheduling/bookings?limit=1', asha);
    expect(first.body.bookings.map(({ id }: Booking) => id)).toEqual([held.id, late.id]);
    const second = await world.get(`/scheduling/bookings?limit=1&cursor=${first.body.nextCursor}`, asha);
    expect(second.body.bookings.map(({ id }: Booking) => id)).toEqual([early.id]);
  });
});
