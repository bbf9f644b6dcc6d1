import { scheduleSchema } from '@serene/shared/contracts';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../server/test/booking-world.ts';
import { UserModel } from '../../../server/src/features/auth/index.ts';
import { ClaimModel } from '../../../server/src/features/claims/index.ts';
import { ExpertModel } from '../../../server/src/features/experts/index.ts';
import { SessionTypeModel } from '../../../server/src/features/offers/index.ts';
import { OutboxModel } from '../../../server/src/features/notifications/index.ts';
import { ChargeModel, PaymentModel } from '../../../server/src/features/payments/index.ts';
import { SessionModel } from '../../../server/src/features/sessions/index.ts';
import { models } from '../../../server/src/models.ts';
import { demoPassword } from '../demo-accounts.ts';
import { seedDemo } from './seed-demo.ts';

let world: BookingWorld;
const seed = (environment: 'development' | 'production' = 'development') => {
  const { clock, logger, gateways, sandbox } = world;
  return seedDemo({ environment, clock, logger, sandbox: { gateways, url: sandbox.url } });
};
const counts = () =>
  Promise.all(models.map(async ({ collection }) => [collection.name, await collection.countDocuments()]));

beforeAll(async () => {
  world = await BookingWorld.open('seed');
});
afterAll(() => world.close());

describe('demo data', () => {
  it('is refused in production', async () => {
    await expect(seed('production')).rejects.toThrow('not for production');
    expect(await UserModel.countDocuments()).toBe(0);
  });

  it('has experts of many zones, categories and currencies, whose schedules are whole', async () => {
    await seed();

    const experts = await ExpertModel.find().lean();
    expect(experts.length).toBeGreaterThanOrEqual(9);
    expect(new Set(experts.map(({ schedule }) => schedule.timezone)).size).toBeGreaterThanOrEqual(7);
    expect(new Set(experts.map(({ category }) => category)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(experts.map(({ currency }) => currency)).size).toBeGreaterThanOrEqual(3);
    for (const { schedule } of experts) expect(scheduleSchema.parse(schedule)).toEqual(schedule);
  });

  it('has two to four offers of each expert, among them a free talk, 45 minutes, a pathway and questions', async () => {
    const offered = await Promise.all(
      (await ExpertModel.find().lean()).map(({ _id }) => SessionTypeModel.find({ expertId: _id }).lean()),
    );

    for (const { length } of offered) expect([2, 3, 4]).toContain(length);
    const all = offered.flat();
    expect(all.some(({ priceMinor, access }) => priceMinor === 0 && access === 'public')).toBe(true);
    expect(all.some(({ durationMinutes }) => durationMinutes === 45)).toBe(true);
    expect(all.some(({ category }) => category === 'pathway')).toBe(true);
    expect(all.some(({ questions }) => questions.length > 0)).toBe(true);
  });

  it.each([
    ['customer@example.com', ['customer']],
    ['expert@example.com', ['customer', 'expert']],
    ['admin@example.com', ['customer', 'admin']],
  ])('lets %s sign in', async (email, roles) => {
    const response = await request(world.server).post('/api/v1/auth/login').send({ email, password: demoPassword });

    expect(response.status).toBe(200);
    expect(response.body.user).toMatchObject({ roles, emailVerified: true });
  });

  it('has sessions behind and ahead, each with its claim, its payment and its charge', async () => {
    const sessions = await SessionModel.find().lean();
    const now = world.clock.now();

    expect(sessions.filter(({ endsAt }) => endsAt < now)).not.toEqual([]);
    expect(sessions.filter(({ startsAt }) => startsAt > now).length).toBeGreaterThanOrEqual(2);
    for (const { claimId, paymentId, startsAt, endsAt } of sessions) {
      expect(await ClaimModel.findById(claimId).lean()).toMatchObject({ kind: 'session', startsAt, endsAt });
      const payment = await PaymentModel.findById(paymentId).lean().orFail();
      expect(payment).toMatchObject({ status: 'success', claimId });
      expect(await ChargeModel.findOne({ paymentId: payment._id }).lean()).toMatchObject({ status: 'captured' });
    }
  });

  it('has sessions that were completed and reviewed, so that profiles show what customers wrote', async () => {
    const reviewed = await SessionModel.find({ rating: { $ne: null } }).lean();

    expect(reviewed.map(({ status }) => status)).toEqual(['completed', 'completed']);
    expect(await ExpertModel.countDocuments({ ratingCount: 1 })).toBe(2);
  });

  it('announces the sessions ahead to both people, and none that is over', async () => {
    const ahead = await SessionModel.find({ startsAt: { $gt: world.clock.now() } }).lean();

    const keys = await OutboxModel.distinct('_id');

    const expected = ahead.flatMap(({ _id }) => [
      `confirmed:${_id.toHexString()}:customer`,
      `confirmed:${_id.toHexString()}:expert`,
    ]);
    expect(keys.toSorted()).toEqual(expected.toSorted());
  });

  it('is there once, however often the stack starts, today and a month later', async () => {
    const before = await counts();

    await seed();
    world.clock.moveBy(30 * 24 * 60 * 60_000);
    await seed();

    expect(await counts()).toEqual(before);
  });
});
