import type { Server } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, type TestPerson } from '../../../../test/booking-world.ts';
import { listenWithLimits } from '../../../../test/limited-server.ts';
import { UserModel } from '../../auth/index.ts';
import { ClaimModel } from '../../claims/index.ts';
import type { ExpertRecord } from '../../experts/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { NetworkHoldsModel, sweepHolds } from '../../payments/index.ts';

let world: BookingWorld;
let limited: Server;
beforeAll(async () => {
  world = await BookingWorld.open('time-for-nothing');
  limited = listenWithLimits(world);
});
afterAll(async () => {
  limited.close();
  await world.close();
});
beforeEach(() => world.reset());

const minute = 60_000;
const times = ['09:00', '10:00', '11:00', '12:00', '14:00', '15:00'] as const;
const instant = (time: string) => new Date(`2026-01-15T${time}:00+05:30`).toISOString();

/** Somebody who has not confirmed their address. */
async function unproved(): Promise<TestPerson> {
  const person = await world.customer();
  await UserModel.updateOne({ _id: person.userId }, { emailVerifiedAt: null });
  return person;
}

const freeExpert = () => world.expert({ rateMinor: 0 });
const bookFree = (person: TestPerson, expert: ExpertRecord, time: string, date = '2026-01-15') =>
  world.post('/sessions', person, {
    expertId: expert._id.toHexString(),
    scheduledDate: date,
    scheduledTime: time,
    duration: 60,
  });

describe('free sessions (S4)', () => {
  it('of somebody unproved: the first confirms at once, a further one is refused until the address is confirmed', async () => {
    const [asha, expert, other] = [await unproved(), await freeExpert(), await freeExpert()];

    expect((await bookFree(asha, expert, '09:00')).status).toBe(201);
    const refused = await bookFree(asha, other, '11:00');
    expect(refused.status).toBe(403);
    expect(errorOf(refused).code).toBe('EMAIL_NOT_CONFIRMED');
    // The same one again is the same booking.
    expect((await bookFree(asha, expert, '09:00')).status).toBe(200);

    await UserModel.updateOne({ _id: asha.userId }, { emailVerifiedAt: world.clock.now() });
    expect((await bookFree(asha, other, '11:00')).status).toBe(201);
  });

  it('of somebody unproved are not had by cancelling the one before', async () => {
    const [asha, expert] = [await unproved(), await freeExpert()];
    const { id } = (await bookFree(asha, expert, '09:00')).body.session;
    await world.post(`/sessions/${id}/cancel`, asha, {});

    expect(errorOf(await bookFree(asha, expert, '11:00')).code).toBe('EMAIL_NOT_CONFIRMED');
  });

  it('of one person are three ahead with an expert, and one more when one of them is cancelled or over', async () => {
    const [asha, expert, other] = [await world.customer(), await freeExpert(), await freeExpert()];
    const first = (await bookFree(asha, expert, '09:00')).body.session;
    await bookFree(asha, expert, '10:00');
    await bookFree(asha, expert, '11:00');

    const refused = await bookFree(asha, expert, '14:00');
    expect(refused.status).toBe(409);
    expect(errorOf(refused).code).toBe('FREE_SESSIONS_FULL');
    expect((await bookFree(asha, other, '14:00')).status).toBe(201);

    await world.post(`/sessions/${first.id}/cancel`, asha, {});
    expect((await bookFree(asha, expert, '15:00')).status).toBe(201);
    world.clock.moveTo('2026-01-15T12:00:00Z');
    expect((await bookFree(asha, expert, '09:00', '2026-01-16')).status).toBe(201);
  });

  it.each([
    ['unproved', unproved, 1],
    ['known', () => world.customer(), 3],
  ])('asked for six at once by somebody %s are not more than that (T3)', async (_who, makePerson, most) => {
    const [asha, expert] = [await makePerson(), await freeExpert()];

    const answers = await Promise.all(times.map((time) => bookFree(asha, expert, time)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most);
    expect(await SessionModel.countDocuments()).toBe(most);
  });
});

describe('free sessions of one person with one expert in a day (S4)', () => {
  async function bookAndCancel(person: TestPerson, expert: ExpertRecord, times: number): Promise<void> {
    for (let index = 0; index < times; index += 1) {
      const { id } = (await bookFree(person, expert, '09:00')).body.session;
      await world.post(`/sessions/${id}/cancel`, person, {});
    }
  }

  it('are six, cancelled ones included; others book on, and so does the person elsewhere and a day later', async () => {
    const [asha, ravi] = [await world.customer(), await world.customer('Ravi Rao')];
    const [expert, other] = [await freeExpert(), await freeExpert()];
    await bookAndCancel(asha, expert, 6);

    const refused = await bookFree(asha, expert, '09:00');
    expect(errorOf(refused)).toMatchObject({
      code: 'FREE_SESSIONS_FULL',
      message: expect.stringContaining('book again tomorrow'),
    });
    expect((await bookFree(ravi, expert, '09:00')).status).toBe(201);
    expect((await bookFree(asha, other, '09:00')).status).toBe(201);
    world.clock.moveBy(24 * 60 * minute);
    expect((await bookFree(asha, expert, '11:00')).status).toBe(201);
  });

  it('are not more where the last are asked for at once (T3)', async () => {
    const [asha, expert] = [await world.customer(), await freeExpert()];
    await bookAndCancel(asha, expert, 5);

    const answers = await Promise.all(times.slice(0, 3).map((time) => bookFree(asha, expert, time)));

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  });
});

type Hold = { person?: TestPerson; from?: string; startsAt?: string; duration?: 30 | 60 | 90 };
async function hold(expert: ExpertRecord, { person, from = '203.0.113.66', startsAt, duration }: Hold) {
  const { token } = person ?? (await world.customer());
  return request(limited)
    .post('/api/v1/payments/create-order')
    .set({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': from })
    .send(world.orderBody(expert, startsAt, duration));
}

describe('the holds of one network (S4)', () => {
  it('are three with one expert; the next one is told what to do, and has room when one ends', async () => {
    const expert = await world.expert();
    for (const time of times.slice(0, 3)) expect((await hold(expert, { startsAt: instant(time) })).status).toBe(201);

    const refused = await hold(expert, { startsAt: instant('14:00') });
    expect(refused.status).toBe(429);
    expect(errorOf(refused)).toMatchObject({
      code: 'TOO_MANY_HOLDS',
      message: expect.stringContaining('use another connection'),
    });
    expect(refused.headers['retry-after']).toBe('600');
    expect((await hold(expert, { startsAt: instant('14:00'), from: '198.51.100.7' })).status).toBe(201);

    world.clock.moveBy(10 * minute);
    expect((await hold(expert, { startsAt: instant('15:00') })).status).toBe(201);
  });

  it.each([
    ['an IPv6 household', (index: number) => `2001:db8:7:7::${index + 1}`],
    ['an IPv4 address in two forms', (index: number) => (index % 2 === 0 ? '203.0.113.9' : '::ffff:203.0.113.9')],
  ])('are counted together for %s', async (_what, from) => {
    const expert = await world.expert();

    const answers = [];
    for (const [index, time] of times.entries()) {
      answers.push((await hold(expert, { startsAt: instant(time), from: from(index) })).status);
    }

    expect(answers).toEqual([201, 201, 201, 429, 429, 429]);
  });

  it('are ten over all experts', async () => {
    const experts = await Promise.all(Array.from({ length: 6 }, () => world.expert()));
    const statuses = [];
    for (const expert of experts) {
      for (const time of times.slice(0, 2)) statuses.push((await hold(expert, { startsAt: instant(time) })).status);
    }

    expect(statuses).toEqual([...Array<number>(10).fill(201), 429, 429]);
  });

  it('count no hold that its customer replaced by another', async () => {
    const [expert, asha] = [await world.expert(), await world.customer()];
    for (const time of times.slice(0, 4)) {
      expect((await hold(expert, { person: asha, startsAt: instant(time) })).status).toBe(201);
    }
  });

  it('asked for six at once are not more than three (T3)', async () => {
    const expert = await world.expert();
    const people = await Promise.all(times.map(() => world.customer()));

    const answers = await Promise.all(
      times.map((time, index) =>
        hold(expert, { ...(people[index] && { person: people[index] }), startsAt: instant(time) }),
      ),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await ClaimModel.countDocuments({ kind: 'hold' })).toBe(3);
    expect(await NetworkHoldsModel.countDocuments()).toBe(1);
  });
});

describe('holding the same time again (S4)', () => {
  /** The hold ends unpaid. */
  async function letItEnd(): Promise<void> {
    world.clock.moveBy(10 * minute);
    await sweepHolds(world);
  }

  it.each([
    ['the same time', {}, {}],
    ['a quarter of an hour later', { startsAt: '2026-01-15T08:45:00.000Z' }, { startsAt: '2026-01-15T09:00:00.000Z' }],
    ['another duration', { duration: 90 as const }, { duration: 30 as const }],
  ])('is one press once; a third time waits ten minutes: %s', async (_what, second, third) => {
    const [expert, asha] = [await world.expert(), await world.customer()];
    expect((await hold(expert, { person: asha })).status).toBe(201);
    await letItEnd();
    expect((await hold(expert, { person: asha, ...second })).status).toBe(201);
    await letItEnd();

    const refused = await hold(expert, { person: asha, ...third });
    expect(refused.status).toBe(429);
    expect(errorOf(refused).code).toBe('HOLD_AGAIN_LATER');
    expect(refused.headers['retry-after']).toBe('600');
    expect((await hold(expert, { person: asha, startsAt: instant('11:00') })).status).toBe(201);

    world.clock.moveBy(10 * minute);
    expect((await hold(expert, { person: asha, ...third })).status).toBe(201);
  });

  it('is free for somebody else meanwhile', async () => {
    const [expert, asha] = [await world.expert(), await world.customer()];
    for (let holds = 0; holds < 2; holds += 1) {
      await hold(expert, { person: asha });
      await letItEnd();
    }

    expect((await hold(expert, {})).status).toBe(201);
  });
});
