import type { Server } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, type TestPerson } from '../../../../test/booking-world.ts';
import { listenWithLimits } from '../../../../test/limited-server.ts';
import { UserModel } from '../../auth/index.ts';
import type { ExpertRecord } from '../../experts/index.ts';
import { SessionModel } from '../../sessions/index.ts';

let world: BookingWorld;
let limited: Server;
beforeAll(async () => {
  world = await BookingWorld.open('network-free-sessions');
  limited = listenWithLimits(world);
});
afterAll(async () => {
  limited.close();
  await world.close();
});
beforeEach(() => world.reset());

const times = ['09:00', '10:00', '11:00', '12:00', '14:00', '15:00'] as const;
const freeExpert = () => world.expert({ rateMinor: 0 });

/** Somebody who has not confirmed their address. */
async function unproved(): Promise<TestPerson> {
  const person = await world.customer();
  await UserModel.updateOne({ _id: person.userId }, { emailVerifiedAt: null });
  return person;
}

const prove = ({ userId }: TestPerson) => UserModel.updateOne({ _id: userId }, { emailVerifiedAt: world.clock.now() });

const body = (expert: ExpertRecord, time: string, date = '2026-01-15') => ({
  expertId: expert._id.toHexString(),
  scheduledDate: date,
  scheduledTime: time,
  duration: 60,
});

type Booking = { time: string; date?: string; person?: TestPerson; from?: string };
async function book(expert: ExpertRecord, { time, date, person, from = '203.0.113.66' }: Booking) {
  const { token } = person ?? (await unproved());
  return request(limited)
    .post('/api/v1/sessions')
    .set({ Authorization: `Bearer ${token}`, 'X-Forwarded-For': from })
    .send(body(expert, time, date));
}

describe('the free sessions of unproved accounts of one network (S4)', () => {
  it.each([
    ['an IPv4 address', () => '203.0.113.66'],
    ['an IPv6 household', (index: number) => `2001:db8:7:7${index}::1`],
  ])('are three ahead with one expert, from %s', async (_what, from) => {
    const expert = await freeExpert();

    const answers = [];
    for (const [index, time] of times.entries()) answers.push(await book(expert, { time, from: from(index) }));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 403, 403, 403]);
    expect((await book(expert, { time: '14:00', from: '198.51.100.7' })).status).toBe(201);
  });

  it('end for whoever confirms their address, which the refusal says; who did is not counted', async () => {
    const [expert, first, asha] = [await freeExpert(), await unproved(), await unproved()];
    await book(expert, { time: '09:00', person: first });
    await book(expert, { time: '10:00' });
    await book(expert, { time: '11:00' });

    const refused = await book(expert, { time: '12:00', person: asha });
    expect(errorOf(refused)).toMatchObject({
      code: 'EMAIL_NOT_CONFIRMED',
      message: expect.stringContaining('Confirm your email address'),
    });
    await prove(asha);
    expect((await book(expert, { time: '12:00', person: asha })).status).toBe(201);

    expect((await book(expert, { time: '14:00' })).status).toBe(403);
    await prove(first);
    expect((await book(expert, { time: '14:00' })).status).toBe(201);
  });

  it('have room once one of them is cancelled or over', async () => {
    const [expert, asha] = [await freeExpert(), await unproved()];
    const { id } = (await book(expert, { time: '09:00', person: asha })).body.session;
    await book(expert, { time: '10:00' });
    await book(expert, { time: '11:00' });

    await world.post(`/sessions/${id}/cancel`, asha, {});
    expect((await book(expert, { time: '12:00' })).status).toBe(201);
    expect((await book(expert, { time: '14:00' })).status).toBe(403);
    world.clock.moveTo('2026-01-15T12:00:00Z');
    expect((await book(expert, { time: '09:00', date: '2026-01-16' })).status).toBe(201);
  });

  it.each([
    ['kept', false],
    ['cancelled', true],
  ])('are ten a day over all experts, also when they are %s', async (_what, cancels) => {
    const experts = await Promise.all(Array.from({ length: 6 }, freeExpert));
    const statuses = [];
    for (const expert of experts) {
      for (const time of times.slice(0, 2)) {
        const person = await unproved();
        const answer = await book(expert, { time, person });
        statuses.push(answer.status);
        if (cancels && answer.status === 201) {
          await world.post(`/sessions/${answer.body.session.id}/cancel`, person, {});
        }
      }
    }

    expect(statuses).toEqual([...Array<number>(10).fill(201), 403, 403]);
    const other = await freeExpert();
    world.clock.moveBy(24 * 60 * 60_000);
    expect((await book(other, { time: '09:00' })).status).toBe(201);
  });

  it('asked for six at once are not more than three (T3)', async () => {
    const expert = await freeExpert();
    const people = await Promise.all(times.map(unproved));

    const answers = await Promise.all(
      times.map((time, index) => book(expert, { time, ...(people[index] && { person: people[index] }) })),
    );

    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(await SessionModel.countDocuments()).toBe(3);
  });

  it('are not counted for proved accounts, nor where the limits are off', async () => {
    const [expert, other] = [await freeExpert(), await freeExpert()];

    for (const time of times.slice(0, 5)) {
      expect((await book(expert, { time, person: await world.customer() })).status).toBe(201);
      expect((await world.post('/sessions', await unproved(), body(other, time))).status).toBe(201);
    }
  });
});
