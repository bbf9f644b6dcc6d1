import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gatewaysOf } from '../../../gateways/payment/registry.ts';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../../test/booking-world.ts';
import { createApp } from '../../../app.ts';
import { ClaimModel } from '../../claims/index.ts';
import { ExpertModel } from '../../experts/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { PaymentModel, sendRefunds, sweepHolds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('create-order');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const later = '2026-01-15T10:00:00.000Z';

describe('holding a slot (O1)', () => {
  it('claims the time until the hold ends and opens an order for the price', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];

    const order = await world.hold(asha, expert);

    expect(order).toMatchObject({ amount: 1500, amountMinor: 150_000, currency: 'INR' });
    expect(order.holdExpiresAt).toBe('2026-01-12T06:10:00.000Z');
    const [claim] = await ClaimModel.find().lean();
    expect(claim).toMatchObject({ kind: 'hold', startsAt: new Date(thursdayAt2) });
    expect(claim?.cells).toHaveLength(12);
    const { orders } = await world.gatewayState();
    expect(orders.find(({ id }) => id === order.orderId)?.receipt).toBe(order.paymentId);
  });

  it.each([
    [true, false, 'pending'],
    [false, true, 'confirmed'],
  ])('snapshots whether the expert accepts first: %s, then %s (O3)', async (before, after, status) => {
    const [asha, expert] = [await world.customer(), await world.expert({ requiresApproval: before })];
    const { orderId } = await world.hold(asha, expert);

    await ExpertModel.updateOne({ _id: expert._id }, { $set: { requiresApproval: after } });

    const { body } = await world.verify(asha, await world.pay(orderId));
    expect(body.session.status).toBe(status);
  });

  it('goes by what the expert wants now where a payment of before kept nothing (O3)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ requiresApproval: true })];
    const { orderId } = await world.hold(asha, expert);
    await PaymentModel.updateOne({ orderId }, { $unset: { 'booking.requiresApproval': 1 } });

    const { body } = await world.verify(asha, await world.pay(orderId));
    expect(body.session.status).toBe('pending');
  });

  it('snapshots the cancellation policy that the customer saw (O3)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);

    await ExpertModel.updateOne({ _id: expert._id }, { $set: { 'cancellationPolicy.freeUntilHours': 72 } });

    const payment = await PaymentModel.findById(order.paymentId).lean().orFail();
    expect(payment.booking.policy).toEqual({ freeUntilHours: 24, refundPercentAfter: 0 });
  });

  it('never outlasts the start of the session', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ schedule: { minimumNoticeMinutes: 0 } })];
    world.clock.moveTo('2026-01-15T08:25:00Z');

    expect((await world.hold(asha, expert)).holdExpiresAt).toBe(thursdayAt2);
  });

  it('answers with the same order when the same customer asks again, and does not extend the hold (S4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const first = await world.hold(asha, expert);
    world.clock.moveBy(5 * 60_000);

    const second = await world.hold(asha, expert);

    expect(second).toMatchObject({ orderId: first.orderId, holdExpiresAt: first.holdExpiresAt });
    expect(await PaymentModel.countDocuments()).toBe(1);
  });

  it('answers with one order when the same customer asks ten times at once (S4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const body = world.orderBody(expert);

    const answers = await Promise.all(Array.from({ length: 10 }, () => world.createOrder(asha, body)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    expect(new Set(answers.map(({ body: answer }) => answer.orderId)).size).toBe(1);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('holds the time anew when the policy has changed meanwhile: what the customer sees is enforced (O3)', async () => {
    const asha = await world.customer();
    const expert = await world.expert();
    const first = await world.hold(asha, expert);
    const cancellationPolicy = { freeUntilHours: 2, refundPercentAfter: 50 };
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { cancellationPolicy } });

    const second = await world.hold(asha, expert);

    expect(second.orderId).not.toBe(first.orderId);
    const report = await world.pay(second.orderId);
    expectStatus(await world.verify(asha, report), 200);
    expect(await SessionModel.findOne().lean()).toMatchObject({ policy: cancellationPolicy });
  });

  it('replaces the hold when the customer picks another time of the expert (S4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const first = await world.hold(asha, expert);

    const second = await world.hold(asha, expert, later);

    expect(await ClaimModel.distinct('paymentId')).toHaveLength(1);
    const old = await PaymentModel.findById(first.paymentId).lean().orFail();
    expect(old.status).toBe('expired');
    expect(second.orderId).not.toBe(first.orderId);
  });
});

describe('a slot that cannot be had (S7)', () => {
  it('tells the second customer that it is taken, with the nearest free times', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    await world.hold(asha, expert);

    const response = await world.createOrder(ravi, world.orderBody(expert));

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({
      code: 'SLOT_TAKEN',
      details: { nearest: expect.arrayContaining(['2026-01-15T07:30:00.000Z', '2026-01-15T09:30:00.000Z']) },
    });
  });

  it('is free again for others once the hold has ended, even before the sweeper ran (S3)', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const lapsed = await world.hold(asha, expert);
    world.clock.moveBy(10 * 60_000);

    await world.hold(ravi, expert);

    expect((await PaymentModel.findById(lapsed.paymentId).lean().orFail()).status).toBe('expired');
  });

  it('keeps the buffer after a session free (S1)', async () => {
    const expert = await world.expert({ schedule: { bufferMinutes: 30 } });
    await world.hold(await world.customer(), expert);

    const response = await world.createOrder(
      await world.customer('Ravi Rao'),
      world.orderBody(expert, '2026-01-15T09:30:00.000Z'),
    );

    expect(errorOf(response).code).toBe('SLOT_TAKEN');
  });

  it.each([
    ['off the grid', '2026-01-15T08:35:00.000Z', 'off-grid'],
    ['in the past', '2026-01-09T08:30:00.000Z', 'past'],
    ['inside the notice', '2026-01-12T07:00:00.000Z', 'notice'],
    ['beyond the horizon', '2026-06-18T08:30:00.000Z', 'outside'],
    ['running past the end of work', '2026-01-15T11:00:00.000Z', 'outside'],
    ['in a break', '2026-01-15T07:30:00.000Z', 'break'],
    ['on a day off', '2026-01-18T08:30:00.000Z', 'off-grid'],
  ])('refuses a time %s', async (_where, startsAt, reason) => {
    const lunch = { start: '13:00', end: '14:00', days: [1, 2, 3, 4, 5] };
    const expert = await world.expert({ schedule: { breakTimes: [lunch] } });

    const response = await world.createOrder(await world.customer(), world.orderBody(expert, startsAt));

    expect(response.status).toBe(422);
    expect(errorOf(response)).toMatchObject({ code: 'SLOT_NOT_BOOKABLE', details: { reason } });
    expect(await PaymentModel.countDocuments()).toBe(0);
  });

  it('refuses a duration that the expert does not offer', async () => {
    const expert = await world.expert({ schedule: { durations: [60] } });

    const response = await world.createOrder(await world.customer(), world.orderBody(expert, thursdayAt2, 90));

    expect(errorOf(response)).toMatchObject({ code: 'VALIDATION_FAILED', details: { durations: [60] } });
  });

  it('refuses an expert who is unknown or no longer active', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ isActive: false })];

    expect((await world.createOrder(asha, world.orderBody(expert))).status).toBe(404);
  });
});

describe('what the customer saw', () => {
  it('must be the price: another amount is answered with the right one', async () => {
    const expert = await world.expert();

    const response = await world.createOrder(await world.customer(), { ...world.orderBody(expert), amount: 1 });

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({ code: 'PRICE_CHANGED', details: { amount: 1500, currency: 'INR' } });
  });

  it('must agree with itself: date and time against startsAt (S6)', async () => {
    const expert = await world.expert();
    const body = world.orderBody(expert);
    body.notes.sessionTime = '15:00';

    const response = await world.createOrder(await world.customer(), body);

    expect(response.status).toBe(400);
    expect(errorOf(response).code).toBe('VALIDATION_FAILED');
  });

  it('may be in the customer’s own zone (S6)', async () => {
    const expert = await world.expert();
    const body = world.orderBody(expert);
    const notes = { ...body.notes, timezone: 'America/New_York', sessionTime: '03:30', startsAt: undefined };

    const response = await world.createOrder(await world.customer(), { ...body, notes });

    expect(response.status).toBe(201);
    expect((await ClaimModel.findOne().lean().orFail()).startsAt).toEqual(new Date(thursdayAt2));
  });

  it('must be one instant: a time that the clocks show twice is asked back with both (S6)', async () => {
    const allDay = { start: '00:00', end: '24:00', enabled: true };
    const workingHours = { '0': allDay, '1': allDay, '2': allDay, '3': allDay, '4': allDay, '5': allDay, '6': allDay };
    const expert = await world.expert({ schedule: { timezone: 'America/New_York', workingHours } });
    world.clock.moveTo('2026-10-25T12:00:00Z');
    const body = world.orderBody(expert, '2026-11-01T05:30:00.000Z');

    const response = await world.createOrder(await world.customer(), {
      ...body,
      notes: { ...body.notes, startsAt: undefined },
    });

    expect(response.status).toBe(422);
    expect(errorOf(response)).toMatchObject({
      code: 'AMBIGUOUS_TIME',
      details: { instants: ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'] },
    });
  });

  it('is told in full when several things are wrong', async () => {
    const response = await world.createOrder(await world.customer(), { amount: -1, currency: 'rupees', notes: {} });

    expect(response.status).toBe(400);
    const paths = errorOf(response).details;
    expect(JSON.stringify(paths)).toMatch(/amount.*currency.*notes.expertId.*notes.sessionDate.*notes.sessionTime/s);
  });
});

describe('a gateway in trouble (O2)', () => {
  it.each([
    ['answers 502 with a page', { fault: '502' }],
    ['resets the connection', { fault: 'reset' }],
    ['never answers', { fault: 'hang' }],
    ['cuts its answer off', { fault: 'truncated' }],
    ['is too busy', { fault: '429' }],
    ['loses its answer after making the order', { fault: '502', afterCommit: true }],
  ])('frees the slot when the gateway %s', async (_what, fault) => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await world.fault({ ...fault, method: 'POST', path: '/v1/orders' });

    const response = await world.createOrder(asha, world.orderBody(expert));

    expect(response.status).toBe(502);
    expect(errorOf(response).code).toBe('GATEWAY_UNAVAILABLE');
    expect(await ClaimModel.countDocuments()).toBe(0);
    expect(await PaymentModel.distinct('status')).toEqual(['failed']);
    await world.clearFaults();
    await world.hold(await world.customer('Ravi Rao'), expert);
  });
});

describe('two requests of one customer, of which one never hears from the gateway (O1, O2)', () => {
  it('leave the hold and the order that the other one was given', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    // The first order is made, but its answer takes longer than anybody waits.
    await world.fault({ fault: 'hang', afterCommit: true, count: 1, method: 'POST', path: '/v1/orders' });
    // A request of supertest begins when somebody waits for it.
    const lost = world.createOrder(asha, world.orderBody(expert)).then((response) => response);
    await expect.poll(() => PaymentModel.countDocuments()).toBe(1);
    const receipt = (await PaymentModel.findOne().lean().orFail())._id.toHexString();
    const isAtGateway = async () => (await world.gatewayState()).orders.some((order) => order.receipt === receipt);
    await expect.poll(isAtGateway).toBe(true);

    const order = await world.hold(asha, expert);

    const answer = endpoints['POST /payments/create-order'].responses[201].parse(expectStatus(await lost, 201));
    expect(answer.orderId).toBe(order.orderId);
    expect((await world.verify(asha, await world.pay(order.orderId))).status).toBe(200);
  });
});

describe('an expert', () => {
  it('cannot book a session with themselves', async () => {
    const expert = await world.expert();
    const response = await world.post('/payments/create-order', expert, world.orderBody(expert));
    expect(response.status).toBe(400);
  });
});

describe('the sweeper (S3, R4)', () => {
  it('removes ended holds with their payments, and nothing else', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const ended = await world.hold(asha, expert);
    world.clock.moveBy(6 * 60_000);
    const standing = await world.hold(ravi, expert, later);
    world.clock.moveBy(5 * 60_000);

    expect(await sweepHolds(world)).toBe(1);

    expect((await PaymentModel.findById(ended.paymentId).lean().orFail()).status).toBe('expired');
    expect((await PaymentModel.findById(standing.paymentId).lean().orFail()).status).toBe('created');
    expect(await ClaimModel.countDocuments()).toBe(1);
  });
});

describe('giving a slot back (O4)', () => {
  it('frees the time at once', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);

    const response = await world.delete(`/payments/orders/${order.orderId}`, asha);

    expect(response.body).toEqual({ success: true, released: true });
    await world.hold(await world.customer('Ravi Rao'), expert);
  });

  it('keeps the hold while a payment is on its way', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    await world.pay(order.orderId, 'authorized');

    const response = await world.delete(`/payments/orders/${order.orderId}`, asha);

    expect(response.status).toBe(202);
    expect(response.body).toEqual({ success: true, released: false });
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('answers with the session when the payment had arrived', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    await world.pay(order.orderId);

    const response = await world.delete(`/payments/orders/${order.orderId}`, asha);

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({ released: false, session: { status: 'confirmed' } });
  });

  it('keeps the hold when the gateway cannot be asked', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    await world.fault({ fault: '502', method: 'GET' });

    expect((await world.delete(`/payments/orders/${order.orderId}`, asha)).status).toBe(502);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('looks like no order to anybody else', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);

    expect((await world.delete(`/payments/orders/${order.orderId}`, await world.customer('Ravi Rao'))).status).toBe(
      404,
    );
    expect((await world.get(`/payments/orders/${order.orderId}`, await world.customer('Ravi Rao'))).status).toBe(404);
  });
});

describe('a price that the gateway does not take', () => {
  it.each([
    ['half a rupee', { rateMinor: 100 }],
    ['half a dinar', { rateMinor: 1_000, currency: 'KWD' }],
    ['too much', { rateMinor: 4_400_000_000 }],
  ])('is never asked of the gateway, and said in the answer: %s', async (_what, rate) => {
    const expert = await world.expert(rate);

    const response = await world.createOrder(await world.customer(), world.orderBody(expert, thursdayAt2, 30));

    expect(response.status).toBe(400);
    expect(errorOf(response).message).toMatch(/^A session of 30 minutes would cost .* the payment service takes/);
    expect(await PaymentModel.countDocuments()).toBe(0);
  });

  it('is no outage where the gateway refuses it after all: nothing is held and nothing charged (O2)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const refusing = {
      ...world.gateway,
      openCheckout: () => world.gateway.openCheckout({ key: 'r', amountMinor: 1, currency: 'INR', notes: {} }),
    };
    const app = createApp({
      config: world.config,
      clock: world.clock,
      gateways: gatewaysOf(refusing),
      logger: world.logger,
    });

    const response = await request(app)
      .post('/api/v1/payments/create-order')
      .set('Authorization', `Bearer ${asha.token}`)
      .send(world.orderBody(expert));

    expect(response.status).toBe(422);
    expect(errorOf(response)).toMatchObject({
      code: 'PAYMENT_REFUSED',
      message: expect.stringContaining('Nothing has been charged'),
    });
    expect(await PaymentModel.distinct('status')).toEqual(['failed']);
    expect((await world.createOrder(await world.customer('Ravi Rao'), world.orderBody(expert))).status).toBe(201);
  });

  it.each(['KWD', 'OMR'])('is rounded to what it takes of %s: shown, charged and returned alike', async (currency) => {
    const policy = { freeUntilHours: 240, refundPercentAfter: 33 };
    const expert = await world.expert({ rateMinor: 15_010, currency, cancellationPolicy: policy });
    const asha = await world.customer();
    const shown = await world.get(`/experts/${expert.slug}`, asha);
    expect(shown.body.expert.prices[0]).toEqual({ duration: 30, amount: 7.51, amountMinor: 7_510 });

    const body = { ...world.orderBody(expert, thursdayAt2, 30), amount: 7.51 };
    const order = endpoints['POST /payments/create-order'].responses[201];
    const { orderId } = order.parse(expectStatus(await world.createOrder(asha, body), 201));
    const { session } = (await world.verify(asha, await world.pay(orderId))).body;
    expect(session).toMatchObject({ amountMinor: 7_510, lateRefundMinor: 2_480 });
    const cancelled = await world.post(`/sessions/${session.id}/cancel`, asha, {});

    expect(cancelled.body.session.ended.refundMinor).toBe(2_480);
    await sendRefunds(world);
    const { payments, refunds } = await world.gatewayState();
    const paid = payments.filter(({ order_id }) => order_id === orderId);
    expect(paid).toMatchObject([{ amount: 7_510 }]);
    expect(refunds.filter(({ payment_id }) => payment_id === paid[0]?.id)).toMatchObject([{ amount: 2_480 }]);
  });
});
