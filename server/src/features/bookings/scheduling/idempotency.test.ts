import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, thursdayAt2, type TestPerson } from '../../../../test/booking-world.ts';
import { offer } from '../../../../test/offers.ts';
import { BookingModel } from '../../booking-records/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import { IdempotencyKeyModel } from '../../idempotency/index.ts';
import { PaymentModel } from '../../payments/index.ts';
import { SessionModel } from '../../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('idempotency');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const send = (person: TestPerson, key: string, body: object, path = '/scheduling/bookings') =>
  request(world.server)
    .post(`/api/v1${path}`)
    .set({ Authorization: `Bearer ${person.token}`, 'Idempotency-Key': key })
    .send(body);
const prepare = async (overrides: Parameters<typeof offer>[2] = {}) => {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const type = await offer(world, expert, overrides);
  const end = Date.parse(thursdayAt2) + type.durationMinutes * 60_000;
  const times = { startTime: thursdayAt2, endTime: new Date(end).toISOString() };
  return { asha, expert, body: { expertId: type.expertId, sessionTypeId: type.id, ...times } };
};
const free = { category: 'free' as const, price: 0, durationMinutes: 15 };

describe('a booking with an Idempotency-Key (B6)', () => {
  it('is made once, and repeated it is answered with the booking as it is now', async () => {
    const { asha, body } = await prepare();
    const first = await send(asha, 'key-1', body);
    await world.patch(`/scheduling/bookings/${first.body.booking.id}`, asha, { status: 'CANCELLED' });

    const second = await send(asha, 'key-1', body);

    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body.booking).toMatchObject({ id: first.body.booking.id, status: 'CANCELLED' });
    expect(await ClaimModel.countDocuments()).toBe(0);
  });

  it.each([
    ['held', {}],
    ['booked for free', free],
  ])('sent twenty times at once is %s once', async (_what, overrides) => {
    const { asha, body } = await prepare(overrides);

    const answers = await Promise.all(Array.from({ length: 20 }, () => send(asha, 'key-20', body)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(errorOf(answer).code).toBe('IDEMPOTENCY_KEY_IN_USE');
      expect(Number(answer.get('Retry-After'))).toBeGreaterThan(0);
    }
    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    expect(await BookingModel.countDocuments()).toBe(1);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('of another wish is refused, at another door too', async () => {
    const { asha, body } = await prepare();
    await send(asha, 'key-1', body);

    const other = await send(asha, 'key-1', { ...body, notes: 'Something else' });
    const elsewhere = await send(asha, 'key-1', world.orderBody(await world.expert()), '/payments/create-order');

    for (const answer of [other, elsewhere]) {
      expect(answer.status).toBe(409);
      expect(errorOf(answer).code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
  });

  it('is its person’s: two people may use the same one', async () => {
    const { asha, body } = await prepare();
    const ravi = await world.customer('Ravi Rao');
    await send(asha, 'key-1', body);
    expect((await send(ravi, 'key-1', body)).status).toBe(409);
    expect(errorOf(await send(ravi, 'key-1', body)).code).toBe('SLOT_TAKEN');
  });

  it('that was refused is forgotten: the same request may be sent anew', async () => {
    const { asha, body } = await prepare();
    const past = { ...body, startTime: '2026-01-11T08:30:00.000Z', endTime: '2026-01-11T09:15:00.000Z' };

    expect((await send(asha, 'key-1', past)).status).toBe(422);
    expect(await IdempotencyKeyModel.countDocuments()).toBe(0);
    expect((await send(asha, 'key-1', body)).status).toBe(201);
  });

  it.each([
    ['before the work', async () => BookingModel.deleteMany({})],
    ['after it', async () => undefined],
  ])('whose process died %s goes on under the same id once its lock has run out', async (_what, undo) => {
    const { asha, body } = await prepare();
    const first = await send(asha, 'key-1', body);
    // What a process leaves that dies: the key is written down and not done.
    await IdempotencyKeyModel.updateMany({}, { done: false });
    if ((await undo()) !== undefined) await Promise.all([ClaimModel.deleteMany({}), PaymentModel.deleteMany({})]);

    expect((await send(asha, 'key-1', body)).status).toBe(409);
    world.clock.moveBy(31_000);
    const again = await send(asha, 'key-1', body);

    expect(again.body.booking.id).toBe(first.body.booking.id);
    expect(await BookingModel.countDocuments()).toBe(1);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('goes on after its lock while the first is still at work: one booking', async () => {
    const { asha, body } = await prepare(free);
    await send(asha, 'key-1', body);
    await IdempotencyKeyModel.updateMany({}, { done: false, lockedUntil: world.clock.now() });

    const answers = await Promise.all([send(asha, 'key-1', body), send(asha, 'key-1', body)]);

    expect(answers.some(({ status }) => status === 200)).toBe(true);
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('opens one order at create-order, too', async () => {
    const { asha, expert } = await prepare();
    const body = world.orderBody(expert);

    const first = await send(asha, 'key-1', body, '/payments/create-order');
    const second = await send(asha, 'key-1', body, '/payments/create-order');

    expect(second.body.orderId).toBe(first.body.orderId);
    expect((await world.gatewayState()).orders).toHaveLength(1);
  });

  it.each([
    ['one with a blank', 'a key'],
    ['one that is too long', 'k'.repeat(101)],
  ])('is refused for %s', async (_what, key) => {
    const { asha, body } = await prepare();
    expect((await send(asha, key, body)).status).toBe(400);
  });

  it('that failed because the gateway was away is made by the next request with the key (O2)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = world.orderBody(expert);
    await world.fault({ fault: '502', method: 'POST', path: '/v1/orders', count: 1 });
    const first = await send(asha, 'key-away', order, '/payments/create-order');

    const second = await send(asha, 'key-away', order, '/payments/create-order');

    expect([first.status, second.status]).toEqual([502, 201]);
    expect(await ClaimModel.countDocuments()).toBe(1);
  });
});
