import { durations } from '@serene/shared/scheduling';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { draftClaim } from '../../../../test/claims.ts';
import { inTransaction } from '../../../infra/mongo.ts';
import { ClaimModel, insertClaim, type ClaimRecord } from '../../claims/index.ts';
import type { ExpertRecord } from '../../experts/index.ts';
import { makeRoom, PaymentModel } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('double-booking');
});
afterAll(() => world.close());
beforeEach(() => world.reset());
afterEach(() => ClaimModel.createIndexes());

const morning = Date.parse('2026-01-15T03:30:00Z');
const quarterHour = 15 * 60_000;

/** Everybody wants some part of the same three hours, at the same moment. */
async function race(expert: ExpertRecord, customers: number): Promise<number[]> {
  const people = await Promise.all(Array.from({ length: customers }, () => world.customer()));
  const answers = await Promise.all(
    people.map((person, index) => {
      const startsAt = new Date(morning + (index % 12) * quarterHour).toISOString();
      return world.createOrder(person, world.orderBody(expert, startsAt, durations[index % durations.length]));
    }),
  );
  return answers.map(({ status }) => status);
}

function overlaps(claims: ClaimRecord[]): [ClaimRecord, ClaimRecord][] {
  const sorted = claims.toSorted((one, other) => one.startsAt.getTime() - other.startsAt.getTime());
  return sorted.flatMap((claim, index) => {
    const next = sorted[index + 1];
    return next && next.startsAt < claim.busyUntil ? [[claim, next]] : [];
  });
}

describe('two hundred customers who want overlapping times of one expert at once', () => {
  it('leaves only claims that do not overlap, and tells each customer yes or no (T1, S7)', async () => {
    const expert = await world.expert();

    const statuses = await race(expert, 200);

    const claims = await ClaimModel.find().lean();
    const won = statuses.filter((status) => status === 201).length;
    expect(statuses.filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(won).toBeGreaterThan(0);
    expect(claims).toHaveLength(won);
    expect(overlaps(claims)).toEqual([]);
    expect(await PaymentModel.countDocuments({ status: 'created' })).toBe(won);
  }, 120_000);
});

/** As writers in several processes do, whose queues know nothing of each other: look whether it is free, then claim it. */
async function raceWithoutQueue(expert: ExpertRecord): Promise<void> {
  const now = world.clock.now();
  const writers = Array.from({ length: 24 }, async (_, index) => {
    const claim = draftClaim({ expert, startsAt: new Date(morning + (index % 4) * quarterHour).toISOString() });
    return inTransaction(async (transaction) => {
      await makeRoom(claim, { now, replaces: null }, transaction);
      await insertClaim(claim, transaction);
    });
  });
  await Promise.allSettled(writers);
}

describe('writers of one time in several processes', () => {
  it('leave only claims that do not overlap', async () => {
    await raceWithoutQueue(await world.expert());

    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('overlap without the unique index: it is what prevents a double booking', async () => {
    const expert = await world.expert();
    await ClaimModel.collection.dropIndex('expertId_1_cells_1');

    await raceWithoutQueue(expert);

    expect(overlaps(await ClaimModel.find().lean())).not.toEqual([]);
    await ClaimModel.deleteMany({});
  });
});
