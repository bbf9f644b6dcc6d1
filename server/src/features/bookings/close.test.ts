import { endpoints, type Session } from '@serene/shared/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, expectStatus, thursdayAt2 } from '../../../test/booking-world.ts';
import { ExpertModel } from '../experts/index.ts';
import { OutboxModel } from '../notifications/index.ts';
import { RefundModel } from '../payments/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { advanceSessions } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('closing');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const act = (session: Session, action: string, person: { token: string }, body: object = {}) =>
  world.post(`/sessions/${session.id}/${action}`, person, body);
const sessionOf = (response: Parameters<typeof expectStatus>[0]) =>
  endpoints['POST /sessions/:id/complete'].responses[200].parse(expectStatus(response, 200)).session;
const status = async () => (await SessionModel.findOne().lean())?.status;

async function booked() {
  const asha = await world.customer();
  const expert = await world.expert();
  return { asha, expert, session: await world.book(asha, expert) };
}

describe('a session that goes by (L4)', () => {
  it('begins at its start, and completes by itself after its end, with a mail that asks for a review', async () => {
    const { session } = await booked();
    world.clock.moveTo('2026-01-15T08:29:59Z');
    await advanceSessions(world);
    expect(await status()).toBe('confirmed');

    world.clock.moveTo(thursdayAt2);
    await advanceSessions(world);
    expect(await status()).toBe('in-progress');

    world.clock.moveTo('2026-01-15T10:00:00Z');
    await advanceSessions(world);
    await advanceSessions(world);
    expect(await status()).toBe('completed');
    expect(await OutboxModel.find({ template: 'review-request-user' }).lean()).toMatchObject([
      { _id: `review:${session.id}:customer` },
    ]);
  });

  it('catches up in one run after a downtime', async () => {
    await booked();
    world.clock.moveTo('2026-01-20T00:00:00Z');

    await advanceSessions(world);

    expect(await status()).toBe('completed');
  });

  it('is completed by the expert from its start on, not before', async () => {
    const { expert, session } = await booked();
    expect(errorOf(await act(session, 'complete', expert)).code).toBe('INVALID_TRANSITION');
    world.clock.moveTo(thursdayAt2);

    expect(sessionOf(await act(session, 'complete', expert))).toMatchObject({
      status: 'completed',
      autoCompletedAt: null,
    });
  });
});

describe('a session that the clock begins while its expert closes it (T4)', () => {
  it.each([
    ['complete', {}],
    ['no-show', { noShowBy: 'expert' }],
  ])('is closed all the same (%s): nobody else had decided', async (action, body) => {
    const pairs = await Promise.all(Array.from({ length: 8 }, booked));
    world.clock.moveTo('2026-01-15T08:35:00Z');

    const [, ...answers] = await Promise.all([
      advanceSessions(world),
      ...pairs.map(({ session, expert }) => act(session, action, expert, body)),
    ]);

    expect(answers.map((answer) => answer.status)).toEqual(pairs.map(() => 200));
  });
});

describe('a no-show (L2)', () => {
  it('of the customer costs the expert nothing: no refund', async () => {
    const { expert, session } = await booked();
    world.clock.moveTo('2026-01-15T08:45:00Z');

    const closed = sessionOf(await act(session, 'no-show', expert, { noShowBy: 'customer' }));

    expect(closed).toMatchObject({ status: 'no-show', ended: { noShowBy: 'customer', refundMinor: 0 } });
    expect(await RefundModel.countDocuments()).toBe(0);
  });

  it('of the expert gives everything back', async () => {
    const { expert, session } = await booked();
    world.clock.moveTo('2026-01-15T08:45:00Z');

    sessionOf(await act(session, 'no-show', expert, { noShowBy: 'expert' }));

    expect(await RefundModel.find().lean()).toMatchObject([{ amountMinor: 150_000, reason: 'no-show' }]);
  });

  it('can be said for 72 hours after the session completed by itself, unless it was rated', async () => {
    const { asha, expert, session } = await booked();
    world.clock.moveTo('2026-01-15T10:00:00Z');
    await advanceSessions(world);
    await advanceSessions(world);
    world.clock.moveTo('2026-01-18T09:59:59Z');

    expect(sessionOf(await act(session, 'no-show', expert, { noShowBy: 'customer' })).status).toBe('no-show');
    expect(errorOf(await act(session, 'rating', asha, { rating: 5 })).code).toBe('INVALID_TRANSITION');
  });

  it('cannot be said before the start, nor by the customer', async () => {
    const { asha, expert, session } = await booked();
    expect(errorOf(await act(session, 'no-show', expert, { noShowBy: 'customer' })).code).toBe('INVALID_TRANSITION');
    world.clock.moveTo(thursdayAt2);
    expect(errorOf(await act(session, 'no-show', asha, { noShowBy: 'expert' })).code).toBe('FORBIDDEN');
  });
});

describe('a rating (L4)', () => {
  async function completed() {
    const parts = await booked();
    world.clock.moveTo('2026-01-15T09:30:00Z');
    sessionOf(await act(parts.session, 'complete', parts.expert));
    return parts;
  }

  it('with a text counts for the expert’s average at once', async () => {
    const { asha, expert, session } = await completed();

    const rated = sessionOf(await act(session, 'rating', asha, { rating: 4, review: 'Listened well.' }));

    expect(rated).toMatchObject({ rating: 4, review: 'Listened well.' });
    expect(await ExpertModel.findById(expert._id).lean()).toMatchObject({
      ratingSum: 4,
      ratingCount: 1,
      ratingAverage: 4,
    });
  });

  it('counts once, also when it is sent ten times at once', async () => {
    const { asha, expert, session } = await completed();

    const answers = await Promise.all(Array.from({ length: 10 }, () => act(session, 'rating', asha, { rating: 5 })));

    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(await ExpertModel.findById(expert._id).lean()).toMatchObject({ ratingSum: 5, ratingCount: 1 });
  });

  it('of several customers at once adds up to the right average', async () => {
    const expert = await world.expert();
    const starts = ['2026-01-15T04:30:00.000Z', '2026-01-15T05:30:00.000Z', '2026-01-15T06:30:00.000Z'];
    const bookings = [];
    for (const startsAt of starts) {
      const customer = await world.customer();
      bookings.push({ customer, session: await world.book(customer, expert, startsAt) });
    }
    world.clock.moveTo('2026-01-15T12:00:00Z');
    for (const { session } of bookings) sessionOf(await act(session, 'complete', expert));

    await Promise.all(
      bookings.map(({ customer, session }, index) => act(session, 'rating', customer, { rating: index + 2 })),
    );

    expect(await ExpertModel.findById(expert._id).lean()).toMatchObject({ ratingCount: 3, ratingAverage: 3 });
  });

  it.each([{ rating: 0 }, { rating: 6 }, { rating: 4.5 }, {}, { rating: 5, review: 'x'.repeat(2001) }])(
    'of %j is refused',
    async (body) => {
      const { asha, session } = await completed();
      expect((await act(session, 'rating', asha, body)).status).toBe(400);
    },
  );

  it('waits until the time of a session is over that the expert closed early', async () => {
    const { asha, expert, session } = await booked();
    world.clock.moveTo(session.startsAt);
    sessionOf(await act(session, 'complete', expert));

    expect(errorOf(await act(session, 'rating', asha, { rating: 1 })).code).toBe('INVALID_TRANSITION');
    world.clock.moveTo(session.endsAt);
    expect((await act(session, 'rating', asha, { rating: 4 })).status).toBe(200);
  });

  it('before the session took place is refused, and is not the expert’s to give', async () => {
    const { asha, expert, session } = await booked();
    expect(errorOf(await act(session, 'rating', asha, { rating: 5 })).code).toBe('INVALID_TRANSITION');
    expect(errorOf(await act(session, 'rating', expert, { rating: 5 })).code).toBe('FORBIDDEN');
  });
});

describe('another person’s session', () => {
  it.each([
    ['cancel', {}],
    ['reschedule', { startsAt: '2026-01-16T08:30:00.000Z' }],
    ['accept', {}],
    ['reject', {}],
    ['complete', {}],
    ['no-show', { noShowBy: 'expert' }],
    ['rating', { rating: 5 }],
  ])('is not found: %s', async (action, body) => {
    const { session } = await booked();
    const strangers = [await world.customer('Ravi Rao'), await world.expert()];

    for (const stranger of strangers) {
      expect((await act(session, action, stranger, body)).status).toBe(404);
    }
    expect((await act(session, action, { token: 'nobody' }, body)).status).toBe(401);
  });
});
