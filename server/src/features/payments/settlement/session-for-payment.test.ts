import { defaultSchedule } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../../test/booking-world.ts';
import { ExpertModel, type ExpertRecord } from '../../experts/index.ts';
import { SessionModel } from '../../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('session-for-payment');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

async function heldSlot() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  return { asha, expert, order: await world.hold(asha, expert) };
}

describe('POST /sessions (M9)', () => {
  const namedSlot = (expert: ExpertRecord, paymentId: string) => ({
    expertId: expert._id.toHexString(),
    scheduledDate: '2026-01-15',
    scheduledTime: '14:00',
    duration: 60,
    paymentId,
  });

  it('answers 200 with the session that verify made', async () => {
    const { asha, expert, order } = await heldSlot();
    const verified = await world.verify(asha, await world.pay(order.orderId));

    const response = await world.post('/sessions', asha, namedSlot(expert, order.paymentId));

    expect(response.status).toBe(200);
    expect(response.body.session.id).toBe(verified.body.session.id);
  });

  it('settles by itself and answers 201 when verify was never called', async () => {
    const { asha, expert, order } = await heldSlot();
    await world.pay(order.orderId);

    expect((await world.post('/sessions', asha, namedSlot(expert, order.paymentId))).status).toBe(201);
  });

  it('refuses another slot than was paid for', async () => {
    const { asha, expert, order } = await heldSlot();
    await world.pay(order.orderId);

    const response = await world.post('/sessions', asha, {
      ...namedSlot(expert, order.paymentId),
      scheduledTime: '15:00',
    });

    expect(response.status).toBe(400);
    expect(await SessionModel.countDocuments()).toBe(0);
  });

  it('refuses a payment that has not arrived, and another person’s looks like none', async () => {
    const { asha, expert, order } = await heldSlot();

    const early = await world.post('/sessions', asha, namedSlot(expert, order.paymentId));
    const foreign = await world.post('/sessions', await world.customer('Ravi Rao'), namedSlot(expert, order.paymentId));

    expect(errorOf(early).code).toBe('PAYMENT_NOT_VERIFIED');
    expect(foreign.status).toBe(404);
  });

  it('refuses the payment of a cancelled session', async () => {
    const { asha, expert, order } = await heldSlot();
    await world.verify(asha, await world.pay(order.orderId));
    await SessionModel.updateOne({}, { $set: { status: 'cancelled' } });

    const response = await world.post('/sessions', asha, namedSlot(expert, order.paymentId));

    expect(errorOf(response).code).toBe('INVALID_TRANSITION');
  });

  it('books a free session without a payment, once', async () => {
    const [asha, expert] = [await world.customer(), await world.expert({ rateMinor: 0 })];
    const { paymentId: _none, ...slot } = namedSlot(expert, '');

    const answers = await Promise.all(Array.from({ length: 5 }, () => world.post('/sessions', asha, slot)));

    expect(answers.map(({ status }) => status).sort((one, other) => one - other)).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.session.id)).size).toBe(1);
    expect(answers[0]?.body.session).toMatchObject({ amount: 0, paymentId: null, status: 'confirmed' });
    const taken = await world.post('/sessions', await world.customer('Ravi Rao'), slot);
    expect(errorOf(taken).code).toBe('SLOT_TAKEN');
  });

  it('books a free session in the hour that the clocks show twice, when it is told which (S6)', async () => {
    world.clock.moveTo('2026-10-20T06:00:00Z');
    const everyHour = { start: '00:00', end: '24:00', enabled: true };
    const schedule = { timezone: 'Europe/London', workingHours: { ...defaultSchedule.workingHours, '0': everyHour } };
    const [asha, expert] = [await world.customer(), await world.expert({ rateMinor: 0, schedule })];
    const slot = {
      expertId: expert._id.toHexString(),
      scheduledDate: '2026-10-25',
      scheduledTime: '01:30',
      duration: 30,
    };

    expect(errorOf(await world.post('/sessions', asha, slot)).code).toBe('AMBIGUOUS_TIME');
    const startsAt = '2026-10-25T01:30:00.000Z';
    const booked = await world.post('/sessions', asha, { ...slot, startsAt });

    expect(booked.body.session).toMatchObject({ startsAt, scheduledTime: '01:30' });
  });

  it('finds the session again by the clock it was booked on, after the expert moved to another zone (M9)', async () => {
    const { asha, expert, order } = await heldSlot();
    await world.verify(asha, await world.pay(order.orderId));
    const slot = namedSlot(expert, order.paymentId);
    await ExpertModel.updateOne({ _id: expert._id }, { $set: { 'schedule.timezone': 'Europe/London' } });

    expect((await world.post('/sessions', asha, slot)).status).toBe(200);
  });

  it('does not give a session away that has a price', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const { paymentId: _none, ...slot } = namedSlot(expert, '');

    expect(errorOf(await world.post('/sessions', asha, slot)).code).toBe('PAYMENT_NOT_VERIFIED');
  });
});
