import { endpoints, type EndpointContract, type EndpointKey } from '@serene/shared/contracts';
import type { Response } from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BookingWorld, thursdayAt2 } from '../../../../test/booking-world.ts';
import { offerBody } from '../../../../test/offers.ts';
import { until245 } from '../../../../test/scheduling.ts';

let world: BookingWorld;
const seen = new Set<EndpointKey>();
beforeAll(async () => {
  world = await BookingWorld.open('scheduling-shapes');
});
afterAll(() => world.close());

/** The answer is what the contract says, field by field: nothing is missing, and nothing more is told. */
function expectShape(key: EndpointKey, answer: Response, status: number): void {
  seen.add(key);
  expect({ key, status: answer.status, body: answer.body }).toMatchObject({ status });
  const contract: EndpointContract = endpoints[key];
  expect(contract.responses[status]?.parse(answer.body)).toEqual(answer.body);
}

it('every answer of /scheduling and of the expert’s hour has the shape that clients rely on', async () => {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const expertId = expert._id.toHexString();
  const place = { kind: 'link' as const, text: 'https://meet.example.com/sarah' };
  const questions = [{ id: 'goal', kind: 'long' as const, label: 'What for?', required: true }];
  const body = offerBody({ place, questions, terms: { bufferMinutes: 10 }, description: 'Nights.' });

  const created = await world.post('/scheduling/session-types', expert, body);
  expectShape('POST /scheduling/session-types', created, 201);
  const { id } = created.body.sessionType;
  const at = `/scheduling/session-types/${id}`;
  expectShape('GET /scheduling/session-types/:id', await world.get(at, expert), 200);
  expectShape('PUT /scheduling/session-types/:id', await world.put(at, expert, { ...body, version: 0 }), 200);
  const ordered = await world.put('/scheduling/session-types/order', expert, { ids: [id] });
  expectShape('PUT /scheduling/session-types/order', ordered, 200);
  const listed = await world.get(`/scheduling/session-types?expertId=${expertId}&includeInactive=true`, expert);
  expectShape('GET /scheduling/session-types', listed, 200);
  expectShape('GET /experts/me/hourly-offer', await world.get('/experts/me/hourly-offer', expert), 200);
  const hour = { isActive: true, rate: 1_600, currency: 'INR', durations: [30, 60], version: 0 };
  expectShape('PUT /experts/me/hourly-offer', await world.put('/experts/me/hourly-offer', expert, hour), 200);

  const times = `/scheduling/time-slots?expertId=${expertId}&sessionTypeId=${id}&date=2026-01-15`;
  expectShape('GET /scheduling/time-slots', await world.get(times, asha), 200);
  const told = { answers: [{ questionId: 'goal', answer: 'To sleep' }], notes: 'Hello' };
  const wish = { expertId, sessionTypeId: id, startTime: thursdayAt2, endTime: until245, ...told };
  const held = await world.post('/scheduling/bookings', asha, wish);
  expectShape('POST /scheduling/bookings', held, 201);
  const booking = `/scheduling/bookings/${held.body.booking.id}`;
  expectShape('GET /scheduling/bookings/:id', await world.get(booking, asha), 200);
  expectShape('GET /scheduling/bookings', await world.get('/scheduling/bookings', asha), 200);
  expectShape('PATCH /scheduling/bookings/:id', await world.patch(booking, asha, { status: 'CANCELLED' }), 200);
  expectShape('POST /scheduling/bookings/:id/retry', await world.post(`${booking}/retry`, asha, {}), 201);
  const timeSlot = { startTime: '2026-01-16T08:30:00.000Z', endTime: '2026-01-16T09:15:00.000Z' };
  const clientDetails = { name: 'Asha', email: 'asha@example.com', timezone: 'Asia/Kolkata' };
  const confirmed = await world.post('/scheduling/bookings/confirm', asha, {
    sessionTypeId: id,
    timeSlot,
    clientDetails,
    ...told,
  });
  expectShape('POST /scheduling/bookings/confirm', confirmed, 201);
  const bookingId = confirmed.body.booking.id;
  const order = await world.post('/payments/create-order', asha, { bookingId });
  expectShape('POST /payments/create-order', order, 201);
  const report = await world.pay(order.body.orderId);
  expectShape('POST /payments/verify', await world.verify(asha, report), 200);
  expectShape('GET /sessions/:id', await world.get(`/sessions/${bookingId}`, expert), 200);
  expectShape('DELETE /scheduling/session-types/:id', await world.delete(at, expert), 200);

  const mine = (Object.keys(endpoints) as EndpointKey[]).filter((key) =>
    / \/scheduling\/| \/experts\/me\/hourly/.test(key),
  );
  expect(mine.filter((key) => !seen.has(key))).toEqual([]);
});
