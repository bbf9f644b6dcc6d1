import { endpoints } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { AuditModel } from '../auth/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('approval');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

type Expert = Awaited<ReturnType<BookingWorld['expert']>>;
const saved = endpoints['PUT /experts/availability'].responses[200];
const thursdayAt4 = '2026-01-15T10:30:00.000Z';
const put = async (expert: Expert, change: object) =>
  saved.parse(expectStatus(await world.put('/experts/availability', expert, change), 200)).expert;
const own = async (expert: Expert) =>
  endpoints['GET /experts/me/availability'].responses[200].parse(
    expectStatus(await world.get('/experts/me/availability', expert), 200),
  ).expert;
const profile = async (expert: Expert) =>
  (await request(world.server).get(`/api/v1/experts/${expert.slug}`)).body.expert;

describe('whether an expert accepts each booking first (L4)', () => {
  it.each([
    [false, true],
    [true, false],
  ])('is saved with the hours, and shown to the expert and to customers: %s, then %s', async (before, after) => {
    const expert = await world.expert({ requiresApproval: before });
    expect((await own(expert)).requiresApproval).toBe(before);

    expect(await put(expert, { requiresApproval: after, bufferMinutes: 15 })).toMatchObject({
      requiresApproval: after,
      bufferMinutes: 15,
    });

    expect(await own(expert)).toMatchObject({ requiresApproval: after, bufferMinutes: 15 });
    expect(await profile(expert)).toMatchObject({ requiresApproval: after });
  });

  it('stays where only the hours are saved, as the hours do where only this is', async () => {
    const expert = await world.expert({ requiresApproval: true });
    const hours = await put(expert, { workingDays: [2], slotDuration: 30 });
    expect(hours.requiresApproval).toBe(true);

    expect(await put(expert, { requiresApproval: false })).toEqual({ ...hours, requiresApproval: false });
  });

  it('is not lost where hours are saved at the same moment (S5)', async () => {
    const expert = await world.expert();

    await Promise.all([
      put(expert, { requiresApproval: true }),
      put(expert, { bufferMinutes: 15 }),
      put(expert, { slotDuration: 60 }),
    ]);

    expect(await own(expert)).toMatchObject({ requiresApproval: true, bufferMinutes: 15, slotDuration: 60 });
  });

  it.each(['yes', 'true', 1, 0, null, {}])('is yes or no, so not %j', async (requiresApproval) => {
    const expert = await world.expert();

    const response = await world.put('/experts/availability', expert, { requiresApproval, slotDuration: 60 });

    expect(response.status).toBe(400);
    expect(errorOf(response).details).toMatchObject({ issues: [{ in: 'body', path: 'requiresApproval' }] });
    expect(await own(expert)).toMatchObject({ requiresApproval: false, slotDuration: 15 });
  });

  it('holds for new bookings: what is held or booked keeps the terms it was shown (O3)', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer(), await world.expert()];
    const { id } = await world.book(asha, expert);
    const held = await world.hold(ravi, expert, thursdayAt4);

    await put(expert, { requiresApproval: true });

    const shown = await world.get(`/sessions/${id}`, asha);
    expect(shown.body.session.status).toBe('confirmed');
    expect((await world.verify(ravi, await world.pay(held.orderId))).body.session.status).toBe('confirmed');
    const { orderId } = await world.hold(ravi, expert, '2026-01-16T08:30:00.000Z');
    expect((await world.verify(ravi, await world.pay(orderId))).body.session.status).toBe('pending');
  });

  it('is in the audit log where an admin changes it for the expert', async () => {
    const [admin, expert] = [await world.admin(), await world.expert()];

    expectStatus(await world.put(`/experts/${expert.slug}/availability`, admin, { requiresApproval: true }), 200);

    const rows = await AuditModel.find({ action: 'availability.save' }).lean();
    expect(rows).toMatchObject([{ before: { requiresApproval: false }, after: { requiresApproval: true } }]);
    expect(await own(expert)).toMatchObject({ requiresApproval: true });
  });
});
