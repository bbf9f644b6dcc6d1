import { endpoints, type Session } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus } from '../../../test/booking-world.ts';
import { ClaimModel } from '../claims/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { PaymentModel, RefundModel } from '../payments/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { advanceSessions } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('requests');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const act = (session: Session, action: 'accept' | 'reject' | 'cancel', person: { token: string }, body: object = {}) =>
  world.post(`/sessions/${session.id}/${action}`, person, body);
const sessionOf = (response: Parameters<typeof expectStatus>[0]) =>
  endpoints['POST /sessions/:id/accept'].responses[200].parse(expectStatus(response, 200)).session;
const keysOfMails = async () => (await OutboxModel.find().lean()).map(({ _id }) => _id).toSorted();

async function requested(startsAt?: string) {
  const asha = await world.customer();
  const expert = await world.expert({ requiresApproval: true });
  return { asha, expert, session: await world.book(asha, expert, startsAt) };
}

describe('a request that cannot be declined', () => {
  it('keeps no other session waiting', async () => {
    const { session: damaged } = await requested();
    const other = await world.expert();
    const session = await world.book(await world.customer('Ravi Rao'), other);
    await PaymentModel.updateOne({ _id: damaged.paymentId }, { $set: { chargeId: null } });
    world.clock.moveTo(session.startsAt);

    await advanceSessions(world);

    expect((await SessionModel.findById(session.id).lean())?.status).toBe('in-progress');
    expect((await SessionModel.findById(damaged.id).lean())?.status).toBe('pending');
  });
});

describe('a booking with an expert who approves (L4)', () => {
  it('is a request that owns its time and waits for a day; both people hear of it', async () => {
    const { session } = await requested();

    expect(session).toMatchObject({ status: 'pending', answerBy: '2026-01-13T06:00:00.000Z' });
    expect(await ClaimModel.countDocuments({ kind: 'session' })).toBe(1);
    expect(await keysOfMails()).toEqual([`requested:${session.id}:customer`, `requested:${session.id}:expert`]);
  });

  it('waits no longer than until its start', async () => {
    const { session } = await requested('2026-01-12T09:30:00.000Z');
    expect(session.answerBy).toBe('2026-01-12T09:30:00.000Z');
  });

  it('is confirmed when the expert accepts', async () => {
    const { expert, session } = await requested();

    const accepted = sessionOf(await act(session, 'accept', expert));

    expect(accepted).toMatchObject({ status: 'confirmed', answerBy: null, revision: 1 });
    expect(await keysOfMails()).toContain(`confirmed:${session.id}:customer`);
    expect(await PaymentModel.findOne().lean()).toMatchObject({ status: 'success' });
  });

  it('gives everything back when the expert declines, and the time is free', async () => {
    const { expert, session } = await requested();

    const rejected = sessionOf(await act(session, 'reject', expert, { reason: 'On leave' }));

    expect(rejected).toMatchObject({
      status: 'cancelled',
      ended: { by: 'expert', reason: 'On leave', wasRequest: true, refundMinor: 150_000 },
    });
    expect(await RefundModel.find().lean()).toMatchObject([{ amountMinor: 150_000, reason: 'rejected' }]);
    expect(await ClaimModel.countDocuments()).toBe(0);
    expect(await keysOfMails()).toContain(`rejected:${session.id}:customer`);
  });

  it('gives everything back when nobody answers in time', async () => {
    const { expert, session } = await requested();
    world.clock.moveTo('2026-01-13T06:00:00Z');

    expect(errorOf(await act(session, 'accept', expert)).code).toBe('INVALID_TRANSITION');
    await advanceSessions(world);

    expect(await SessionModel.findOne().lean()).toMatchObject({ status: 'cancelled', ended: { by: 'system' } });
    expect(await RefundModel.find().lean()).toMatchObject([{ amountMinor: 150_000 }]);
    expect(await keysOfMails()).toContain(`rejected:${session.id}:customer`);
  });

  it('is withdrawn by its customer for free, also after the deadline of the policy (L2)', async () => {
    const { asha, session } = await requested('2026-01-13T05:30:00.000Z');

    expect(sessionOf(await act(session, 'cancel', asha)).ended).toMatchObject({ refundMinor: 150_000 });
  });
});

describe('rights (L4)', () => {
  it('a stranger finds nothing, the customer may not answer for the expert, an admin may', async () => {
    const { asha, session } = await requested();
    const stranger = await world.expert();

    expect((await act(session, 'accept', stranger)).status).toBe(404);
    expect((await act(session, 'accept', await world.customer('Ravi Rao'))).status).toBe(404);
    expect(errorOf(await act(session, 'accept', asha)).code).toBe('FORBIDDEN');
    expect(errorOf(await act(session, 'reject', asha)).code).toBe('FORBIDDEN');
    expect(sessionOf(await act(session, 'accept', await world.admin())).status).toBe('confirmed');
  });
});

describe('at the same moment', () => {
  it('accept against cancel: exactly one of them happens', async () => {
    for (let round = 0; round < 5; round += 1) {
      await world.reset();
      const { asha, expert, session } = await requested();

      const answers = await Promise.all([act(session, 'accept', expert), act(session, 'cancel', asha)]);

      // After an acceptance the cancellation may still follow, as one of a confirmed session.
      const stored = await SessionModel.findOne().lean();
      const isCancelled = answers[1].status === 200;
      expect(answers.map(({ status }) => status)).toContain(200);
      expect(stored?.status).toBe(isCancelled ? 'cancelled' : 'confirmed');
      expect(await RefundModel.countDocuments()).toBe(isCancelled ? 1 : 0);
    }
  });

  it('two pending requests for one time cannot both exist, so they cannot both be accepted', async () => {
    const { expert } = await requested();
    const ravi = await world.customer('Ravi Rao');

    const second = await world.createOrder(ravi, world.orderBody(expert));

    expect(errorOf(second).code).toBe('SLOT_TAKEN');
  });

  it('accept against the deadline job: one of them, and the money goes with it', async () => {
    const { expert, session } = await requested();
    world.clock.moveTo('2026-01-13T05:59:59.999Z');
    const accepting = act(session, 'accept', expert);
    world.clock.moveTo('2026-01-13T06:00:00Z');

    const [accepted] = await Promise.all([accepting, advanceSessions(world)]);

    const stored = await SessionModel.findOne().lean();
    expect(stored?.status).toBe(accepted.status === 200 ? 'confirmed' : 'cancelled');
    expect(await RefundModel.countDocuments()).toBe(accepted.status === 200 ? 0 : 1);
  });
});
