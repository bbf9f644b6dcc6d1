import { endpoints, type Session } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { ClaimModel } from '../claims/index.ts';
import { ExpertModel } from '../experts/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { ChargeModel, PaymentModel, RefundModel, sendRefunds } from '../payments/index.ts';
import { SessionModel } from '../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('cancel');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const cancel = (session: Session, person: { token: string }, body: object = {}) =>
  world.post(`/sessions/${session.id}/cancel`, person, body);
const sessionOf = (response: Parameters<typeof expectStatus>[0]) =>
  endpoints['POST /sessions/:id/cancel'].responses[200].parse(expectStatus(response, 200)).session;
const keysOfMails = async () => (await OutboxModel.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);

async function booked(expertProfile: Parameters<BookingWorld['expert']>[0] = {}) {
  const asha = await world.customer();
  const expert = await world.expert(expertProfile);
  return { asha, expert, session: await world.book(asha, expert) };
}

describe('a customer who cancels before the deadline (L2)', () => {
  it('gets everything back, and the time is free for the next customer', async () => {
    const { asha, expert, session } = await booked();

    const cancelled = sessionOf(await cancel(session, asha, { reason: 'I am ill' }));

    expect(cancelled).toMatchObject({
      status: 'cancelled',
      ended: { by: 'customer', reason: 'I am ill', wasRequest: false, refundMinor: 150_000 },
    });
    expect(await PaymentModel.findOne().lean()).toMatchObject({ status: 'refund_pending' });
    expect(await ClaimModel.countDocuments()).toBe(0);
    await world.hold(await world.customer('Ravi Rao'), expert);
  });

  it('sees the refund at the gateway, and the payment as refunded', async () => {
    const { asha, session } = await booked();
    await cancel(session, asha);

    await sendRefunds(world);

    const { refunds } = await world.gatewayState();
    expect(refunds).toMatchObject([{ amount: 150_000, status: 'processed' }]);
    expect(await PaymentModel.findOne().lean()).toMatchObject({ status: 'refunded' });
  });

  it('and the expert get one mail each, written with the change (L1, E1)', async () => {
    const { asha, session } = await booked();

    await cancel(session, asha);

    expect(await keysOfMails()).toEqual(
      expect.arrayContaining([`cancelled:${session.id}:customer`, `cancelled:${session.id}:expert`]),
    );
  });
});

describe('a customer who cancels after the deadline (L2)', () => {
  it('gets nothing back by default, and no refund is queued', async () => {
    const { asha, session } = await booked();
    world.clock.moveTo('2026-01-14T08:30:00.001Z');

    expect(sessionOf(await cancel(session, asha, { refundMinor: 0 })).ended).toMatchObject({ refundMinor: 0 });

    expect(await RefundModel.countDocuments()).toBe(0);
    expect(await PaymentModel.findOne().lean()).toMatchObject({ status: 'success' });
  });

  it('gets the share of the policy they booked under, whatever the expert’s policy is today (O3)', async () => {
    const { asha, expert, session } = await booked({
      cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 40 },
    });
    await ExpertModel.updateOne(
      { _id: expert._id },
      { $set: { cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 0 } } },
    );
    world.clock.moveTo('2026-01-15T08:00:00Z');

    await cancel(session, asha);

    expect(await RefundModel.find().lean()).toMatchObject([{ amountMinor: 60_000, reason: 'cancelled' }]);
    await sendRefunds(world);
    expect(await PaymentModel.findOne().lean()).toMatchObject({ status: 'partially_refunded' });
  });

  it('whose page still showed the full refund is asked again, and nothing happens', async () => {
    const { asha, session } = await booked();
    world.clock.moveTo('2026-01-14T08:30:01Z');

    const response = await cancel(session, asha, { refundMinor: 150_000 });

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({ code: 'REFUND_CHANGED', details: { refundMinor: 0 } });
    expect(await SessionModel.findOne().lean()).toMatchObject({ status: 'confirmed', revision: 0 });
  });
});

describe('a cancellation after an admin has returned a part (L2, R1)', () => {
  const returned = async (session: Session, amountMinor: number) => {
    const refund = { amountMinor, reason: 'The line was bad', idempotencyKey: 'goodwill-1' };
    expectStatus(await world.post(`/payments/${session.paymentId}/refund`, await world.admin(), refund), 200);
  };

  it('is asked again when the page showed more than is left, and nothing happens', async () => {
    const { asha, session } = await booked();
    await returned(session, 40_000);

    const response = await cancel(session, asha, { refundMinor: 150_000 });

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({ code: 'REFUND_CHANGED', details: { refundMinor: 110_000 } });
    expect(await SessionModel.findOne().lean()).toMatchObject({ status: 'confirmed', revision: 0 });
    expect(await RefundModel.countDocuments()).toBe(1);
    expect(sessionOf(await cancel(session, asha, { refundMinor: 110_000 })).ended?.refundMinor).toBe(110_000);
  });

  it('brings no more than the policy’s share together with what came back before', async () => {
    const { asha, session } = await booked({ cancellationPolicy: { freeUntilHours: 24, refundPercentAfter: 50 } });
    await returned(session, 40_000);
    world.clock.moveTo('2026-01-14T08:30:01Z');

    expect(sessionOf(await cancel(session, asha)).ended?.refundMinor).toBe(35_000);
  });

  it('says in the mail that the money came back before, not that the terms give none', async () => {
    const { asha, session } = await booked();
    await returned(session, 150_000);

    await cancel(session, asha, { refundMinor: 0 });

    const mail = await OutboxModel.findById(`cancelled:${session.id}:customer`).lean().orFail();
    expect(mail.data).toMatchObject({ refundMinor: 0, returnedMinor: 150_000 });
  });
});

describe('an expert or an admin who cancels (L2)', () => {
  it.each(['expert', 'admin'] as const)('the %s returns everything, up to the last moment', async (role) => {
    const { expert, session } = await booked();
    world.clock.moveTo('2026-01-15T08:29:59Z');

    const cancelled = sessionOf(await cancel(session, role === 'expert' ? expert : await world.admin()));

    expect(cancelled.ended).toMatchObject({ by: role, refundMinor: 150_000 });
  });
});

describe('a cancellation that is refused', () => {
  it.each(['customer', 'expert', 'admin'] as const)('after the start, for the %s', async (role) => {
    const { asha, expert, session } = await booked();
    world.clock.moveTo(thursdayAt2);

    const people = { customer: asha, expert, admin: await world.admin() };
    expect(errorOf(await cancel(session, people[role]))).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it('of another person’s session, which looks like none', async () => {
    const { session } = await booked();

    const response = await cancel(session, await world.customer('Ravi Rao'));

    expect(response.status).toBe(404);
  });

  it('a second time: the money goes back once', async () => {
    const { asha, session } = await booked();
    await cancel(session, asha);

    const again = await cancel(session, asha);

    expect(again.status).toBe(409);
    expect(errorOf(again).message).toContain('already cancelled');
    expect(await RefundModel.countDocuments()).toBe(1);
  });

  it('with a word too many', async () => {
    const { asha, session } = await booked();
    expect((await cancel(session, asha, { reason: 'x'.repeat(501) })).status).toBe(400);
    expect((await cancel(session, asha, { refund: 1 })).status).toBe(400);
  });
});

describe('at the same moment (L1)', () => {
  it('ten cancellations of both people make one refund and one pair of mails', async () => {
    const { asha, expert, session } = await booked();

    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => cancel(session, index % 2 === 0 ? asha : expert)),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(9);
    expect(await RefundModel.countDocuments()).toBe(1);
    expect(await ChargeModel.findOne().lean()).toMatchObject({ refundedMinor: 150_000 });
    expect((await keysOfMails()).filter((key) => key.startsWith('cancelled:'))).toHaveLength(2);
  });

  it('cancelling and moving ends in one of the two, with claim and money to match', async () => {
    for (let round = 0; round < 5; round += 1) {
      await world.reset();
      const { asha, expert, session } = await booked();
      const startsAt = '2026-01-16T08:30:00.000Z';

      const [cancelled, moved] = await Promise.all([
        cancel(session, asha),
        world.post(`/sessions/${session.id}/reschedule`, expert, { startsAt }),
      ]);

      const statuses = [cancelled.status, moved.status];
      const stored = await SessionModel.findOne().lean();
      // Both may succeed one after the other: a moved session can still be cancelled.
      expect(statuses).toContain(200);
      const isCancelled = stored?.status === 'cancelled';
      expect(cancelled.status === 200).toBe(isCancelled);
      expect(await ClaimModel.countDocuments()).toBe(isCancelled ? 0 : 1);
      expect(await RefundModel.countDocuments()).toBe(isCancelled ? 1 : 0);
    }
  });
});

describe('a free session', () => {
  it('is cancelled without any money', async () => {
    const asha = await world.customer();
    const expert = await world.expert({ rateMinor: 0 });
    const slot = {
      expertId: expert._id.toHexString(),
      scheduledDate: '2026-01-15',
      scheduledTime: '14:00',
      duration: 60,
    };
    const answer = await world.post('/sessions', asha, slot);
    const { session } = endpoints['POST /sessions'].responses[201].parse(expectStatus(answer, 201));

    expect(sessionOf(await cancel(session, asha))).toMatchObject({ status: 'cancelled', ended: { refundMinor: 0 } });

    expect(await ClaimModel.countDocuments()).toBe(0);
  });
});
