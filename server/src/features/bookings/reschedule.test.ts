import { endpoints, type Session } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { ClaimModel } from '../claims/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { PaymentModel, RefundModel } from '../payments/index.ts';
import { readOffsets, remind, SessionModel } from '../sessions/index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('reschedule');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const fridayAt2 = '2026-01-16T08:30:00.000Z';
const quarterLater = '2026-01-15T08:45:00.000Z';
const move = (session: Session, person: { token: string }, startsAt: string) =>
  world.post(`/sessions/${session.id}/reschedule`, person, { startsAt });
const sessionOf = (response: Parameters<typeof expectStatus>[0]) =>
  endpoints['POST /sessions/:id/reschedule'].responses[200].parse(expectStatus(response, 200)).session;
const freeTimes = async (expertId: string, date: string, person?: { token: string }, query = '') => {
  const path = `/experts/${expertId}/availability?date=${date}&duration=60${query}`;
  const answer = await world.get(path, person ?? { token: 'nobody' });
  return endpoints['GET /experts/:id/availability'].responses[200]
    .parse(expectStatus(answer, 200))
    .availableSlots.filter(({ available }) => available)
    .map(({ startsAt }) => startsAt);
};

async function booked() {
  const asha = await world.customer();
  const expert = await world.expert();
  return { asha, expert, session: await world.book(asha, expert) };
}

describe('moving a session (L3)', () => {
  it('keeps the payment, raises the revision, frees the old time and takes the new one', async () => {
    const { asha, expert, session } = await booked();

    const moved = sessionOf(await move(session, asha, fridayAt2));

    expect(moved).toMatchObject({
      startsAt: fridayAt2,
      endsAt: '2026-01-16T09:30:00.000Z',
      scheduledDate: '2026-01-16',
      scheduledTime: '14:00',
      status: 'confirmed',
      revision: 1,
      paymentId: session.paymentId,
    });
    const id = expert._id.toHexString();
    expect(await freeTimes(id, '2026-01-15')).toContain(thursdayAt2);
    expect(await freeTimes(id, '2026-01-16')).not.toContain(fridayAt2);
    expect(await PaymentModel.find().lean()).toMatchObject([{ status: 'success' }]);
    expect(await RefundModel.countDocuments()).toBe(0);
  });

  it('by a quarter of an hour is possible, although it overlaps itself', async () => {
    const { asha, expert, session } = await booked();
    const id = expert._id.toHexString();
    expect(await freeTimes(id, '2026-01-15', asha)).not.toContain(quarterLater);
    expect(await freeTimes(id, '2026-01-15', asha, `&moving=${session.id}`)).toContain(quarterLater);

    sessionOf(await move(session, asha, quarterLater));

    expect(await ClaimModel.find().lean()).toMatchObject([{ startsAt: new Date(quarterLater), kind: 'session' }]);
  });

  it('onto a time that the customer holds themselves takes it, as the picker says (S1)', async () => {
    const { asha, expert, session } = await booked();
    await world.hold(asha, expert, fridayAt2);

    expect((await move(session, asha, fridayAt2)).status).toBe(200);

    expect(await ClaimModel.find().lean()).toMatchObject([{ startsAt: new Date(fridayAt2), kind: 'session' }]);
  });

  it('of a request leaves the expert a day to answer, whatever the old start allowed (L4)', async () => {
    const asha = await world.customer();
    const expert = await world.expert({ requiresApproval: true });
    const session = await world.book(asha, expert, '2026-01-12T09:30:00.000Z');
    expect(session.answerBy).toBe('2026-01-12T09:30:00.000Z');

    expect(sessionOf(await move(session, expert, fridayAt2)).answerBy).toBe('2026-01-13T06:00:00.000Z');
  });

  it('of a request is over when the time to answer is: it is about to be called off (L4)', async () => {
    const asha = await world.customer();
    const expert = await world.expert({ requiresApproval: true });
    const session = await world.book(asha, expert);
    world.clock.moveTo(session.answerBy ?? '');

    const refused = await move(session, asha, fridayAt2);

    expect(errorOf(refused)).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(errorOf(refused).message).toContain('time to answer');
  });

  it('tells both people, once for each move (E1)', async () => {
    const { asha, session } = await booked();

    await move(session, asha, quarterLater);
    await move(session, asha, fridayAt2);

    const moves = await OutboxModel.find({ template: { $in: ['session-moved-user', 'session-moved-expert'] } }).lean();
    expect(moves.map(({ _id }) => _id).toSorted()).toEqual([
      `moved:${session.id}:1:customer`,
      `moved:${session.id}:1:expert`,
      `moved:${session.id}:2:customer`,
      `moved:${session.id}:2:expert`,
    ]);
  });

  it('is possible for the expert until the start, for the customer until the free deadline only', async () => {
    const { asha, expert, session } = await booked();
    world.clock.moveTo('2026-01-14T08:30:01Z');

    const refused = await move(session, asha, fridayAt2);

    expect(errorOf(refused)).toMatchObject({ code: 'INVALID_TRANSITION' });
    expect(errorOf(refused).message).toContain('free changes');
    sessionOf(await move(session, expert, fridayAt2));
  });

  it('by somebody else is free for the customer to undo until the new start: they did not choose it (L2)', async () => {
    const { asha, expert, session } = await booked();
    const inTwoHours = '2026-01-12T08:30:00.000Z';

    const moved = sessionOf(await move(session, expert, inTwoHours));

    expect(moved.policy).toEqual({ freeUntilHours: 0, refundPercentAfter: 0 });
    world.clock.moveTo('2026-01-12T08:29:59Z');
    const cancelled = await world.post(`/sessions/${session.id}/cancel`, asha, { refundMinor: 150_000 });
    expect(cancelled.status).toBe(200);
    expect(await RefundModel.find().lean()).toMatchObject([{ amountMinor: 150_000 }]);
  });

  it('by the customer keeps the policy that they booked under, also after a move by somebody else (O3)', async () => {
    const { asha, expert, session } = await booked();

    expect(sessionOf(await move(session, asha, fridayAt2)).policy).toEqual(session.policy);
    await move(session, expert, quarterLater);
    await move(session, expert, thursdayAt2);
    expect(sessionOf(await move(session, asha, fridayAt2)).policy).toEqual(session.policy);
  });

  it('moves the reminder with it (E2)', async () => {
    const { asha, session } = await booked();
    await move(session, asha, fridayAt2);
    const offsets = readOffsets(['24h']);

    world.clock.moveTo('2026-01-14T08:30:00Z');
    await remind({ clock: world.clock, logger: world.logger, offsets });
    expect(await OutboxModel.countDocuments({ template: 'session-reminder' })).toBe(0);
    world.clock.moveTo('2026-01-15T08:30:00Z');
    await remind({ clock: world.clock, logger: world.logger, offsets });

    expect(await OutboxModel.find({ template: 'session-reminder' }).lean()).toMatchObject([
      { _id: `reminder-24h:${session.id}:1:customer` },
    ]);
  });
});

describe('a move that is refused', () => {
  it.each([
    ['into the past', '2026-01-12T05:30:00.000Z', 422, 'SLOT_NOT_BOOKABLE'],
    ['off the grid', '2026-01-16T08:37:00.000Z', 422, 'SLOT_NOT_BOOKABLE'],
    ['outside the hours', '2026-01-17T08:30:00.000Z', 422, 'SLOT_NOT_BOOKABLE'],
    ['beyond the horizon', '2026-06-15T08:30:00.000Z', 422, 'SLOT_NOT_BOOKABLE'],
    ['to where it is already', thursdayAt2, 400, 'VALIDATION_FAILED'],
    ['to the year 0', '0000-01-01T00:00:00Z', 400, 'VALIDATION_FAILED'],
    ['to the end of all calendars', '9999-12-31T23:59:59Z', 400, 'VALIDATION_FAILED'],
  ])('%s', async (_why, startsAt, status, code) => {
    const { asha, session } = await booked();

    const response = await move(session, asha, startsAt);

    expect([response.status, errorOf(response).code]).toEqual([status, code]);
    expect(await SessionModel.findOne().lean()).toMatchObject({ startsAt: new Date(thursdayAt2), revision: 0 });
  });

  it('onto a time that somebody holds', async () => {
    const { asha, expert, session } = await booked();
    await world.hold(await world.customer('Ravi Rao'), expert, fridayAt2);

    expect(errorOf(await move(session, asha, fridayAt2))).toMatchObject({ code: 'SLOT_TAKEN' });
  });

  it('of another person’s session: 404 there, and its time stays busy in the picker', async () => {
    const { expert, session } = await booked();
    const ravi = await world.customer('Ravi Rao');

    expect((await move(session, ravi, fridayAt2)).status).toBe(404);
    const path = `/experts/${expert._id.toHexString()}/availability?date=2026-01-15&moving=${session.id}`;
    expect((await world.get(path, ravi)).status).toBe(404);
    expect((await world.get(path, { token: 'nobody' })).status).toBe(404);
  });

  it('onto a hold that has lapsed but was not swept yet is none: the hold goes (S3)', async () => {
    const { asha, expert, session } = await booked();
    await world.hold(await world.customer('Ravi Rao'), expert, fridayAt2);
    world.clock.moveBy(10 * 60_000);

    sessionOf(await move(session, asha, fridayAt2));

    expect(await PaymentModel.find({ status: 'expired' })).toHaveLength(1);
  });
});

describe('at the same moment', () => {
  it('two sessions that move onto one time: one does, the other hears that it is taken and stays', async () => {
    const expert = await world.expert();
    const [asha, ravi] = [await world.customer(), await world.customer('Ravi Rao')];
    const ours = await world.book(asha, expert);
    const theirs = await world.book(ravi, expert, '2026-01-15T09:30:00.000Z');

    const answers = await Promise.all([move(ours, asha, fridayAt2), move(theirs, ravi, '2026-01-16T09:00:00.000Z')]);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(1);
    const [first, second] = await ClaimModel.find().sort({ startsAt: 1 }).lean();
    expect(first && second && first.busyUntil <= second.startsAt).toBe(true);
  });

  it('two moves of one session: the later one starts from what the first made of it, or is told to look again', async () => {
    const { asha, expert, session } = await booked();

    const answers = await Promise.all([move(session, asha, fridayAt2), move(session, expert, quarterLater)]);

    expect(answers.map(({ status }) => status)).toContain(200);
    const stored = await SessionModel.findOne().lean();
    const claims = await ClaimModel.find().lean();
    expect(claims).toMatchObject([{ startsAt: stored?.startsAt, endsAt: stored?.endsAt }]);
    expect(stored?.revision).toBe(answers.filter(({ status }) => status === 200).length);
  });

  it('a move and the saving of a schedule that closes the new time: never a session outside unnoticed (S5)', async () => {
    const { asha, expert, session } = await booked();
    const closed = { workingHours: { '5': { start: '09:00', end: '17:00', enabled: false } } };

    const [moved, saved] = await Promise.all([
      move(session, asha, fridayAt2),
      world.put('/experts/availability', expert, closed),
    ]);

    const { strandedSessions } = endpoints['PUT /experts/availability'].responses[200].parse(expectStatus(saved, 200));
    const stranded = strandedSessions.map(({ startsAt }) => startsAt);
    expect(stranded).toEqual(moved.status === 200 ? [fridayAt2] : []);
  });
});
