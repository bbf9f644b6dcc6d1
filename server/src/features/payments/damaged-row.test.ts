import mongoose, { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../test/booking-world.ts';
import { closeDispute, deliver, eventBody, openDispute } from '../../../test/gateway-events.ts';
import { paidSession, queueRefund, withGateway } from '../../../test/paid-sessions.ts';
import { ClaimModel } from '../claims/index.ts';
import { SessionModel } from '../sessions/index.ts';
import {
  ChargeModel,
  DisputeModel,
  extendHolds,
  followDisputes,
  PaymentModel,
  processWebhooks,
  reconcile,
  RefundModel,
  sendRefunds,
  sweepHolds,
  WebhookEventModel,
} from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('damaged-row');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;
const inAMinute = () => new Date(world.clock.now().getTime() + minute);

/** Two orders that were paid and never reported, of which the first to be looked at is damaged. */
async function twoPaidOrders() {
  const [damaged, sound] = [
    await world.hold(await world.customer(), await world.expert()),
    await world.hold(await world.customer(), await world.expert()),
  ];
  for (const { orderId } of [damaged, sound]) await world.pay(orderId);
  const paymentId = new Types.ObjectId(damaged.paymentId);
  await damage(paymentId);
  await PaymentModel.updateOne({ _id: paymentId }, { $set: { nextCheckAt: world.clock.now() } });
  return { damaged, sound, paymentId };
}

/** What no error of ours describes: a payment that does not say what it is for. */
const damage = (_id: Types.ObjectId) => PaymentModel.collection.updateOne({ _id }, { $unset: { booking: 1 } });

describe('one damaged row holds up nobody behind it', () => {
  it('of the reconciler: it is looked at again in a minute (M10)', async () => {
    const { paymentId } = await twoPaidOrders();
    world.clock.moveBy(2 * minute);

    expect(await reconcile(world)).toBe(2);

    expect(await SessionModel.countDocuments()).toBe(1);
    expect((await PaymentModel.findById(paymentId).lean().orFail()).nextCheckAt).toEqual(inAMinute());
  });

  it('of the webhooks: its event is tried again later (M1)', async () => {
    const { damaged, sound } = await twoPaidOrders();
    for (const { orderId } of [damaged, sound]) {
      await deliver(world, { body: eventBody('order.paid', { order: { id: orderId } }) });
    }

    expect(await processWebhooks(world)).toBe(2);

    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await WebhookEventModel.find({ status: 'received' }).lean()).toMatchObject([
      { attempts: 1, lastError: expect.stringContaining('TypeError'), nextAttemptAt: new Date('2026-01-12T06:00:05Z') },
    ]);
  });

  it.each([
    ['a payment that is damaged', damage],
    ['no charge', (paymentId: Types.ObjectId) => ChargeModel.deleteOne({ paymentId })],
  ])('of the refunds: one with %s is asked about again in a minute (R2)', async (_what, harm) => {
    const [damaged, sound] = [await paidSession(world), await paidSession(world)];
    for (const { paymentId } of [damaged, sound]) await queueRefund(world, paymentId);
    await harm(damaged.paymentId);

    expect(await sendRefunds(world)).toBe(2);

    expect(await RefundModel.findOne({ paymentId: sound.paymentId }).lean()).toMatchObject({ status: 'processed' });
    expect(await RefundModel.findOne({ paymentId: damaged.paymentId }).lean()).toMatchObject({
      nextAttemptAt: inAMinute(),
    });
  });

  it('of the holds that have ended (S3)', async () => {
    const { damaged } = await twoPaidOrders();
    await ClaimModel.collection.updateOne(
      { paymentId: new Types.ObjectId(damaged.paymentId) },
      { $set: { paymentId: 'damaged', expiresAt: world.clock.now() } },
    );
    world.clock.moveBy(10 * minute);

    expect(await sweepHolds(world)).toBe(1);

    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('of the holds that are about to end (O4)', async () => {
    const { damaged } = await twoPaidOrders();
    await ClaimModel.updateOne(
      { paymentId: new Types.ObjectId(damaged.paymentId) },
      { $set: { expiresAt: new Date(world.clock.now().getTime() + 10 * minute - 1) } },
    );
    world.clock.moveBy(10 * minute - 10_000);

    await extendHolds(world);

    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('of the disputes that the gateway lists (M10, R3)', async () => {
    const [damaged, sound] = [await paidSession(world), await paidSession(world)];
    const disputes = [
      await openDispute(world, damaged.providerPaymentId),
      await openDispute(world, sound.providerPaymentId),
    ];
    await ChargeModel.collection.updateOne({ paymentId: damaged.paymentId }, { $unset: { capturedMinor: 1 } });
    const latest = await Promise.all(disputes.map((disputeId) => world.gateway.fetchDispute(disputeId)));

    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve(latest) }));

    expect(await DisputeModel.distinct('_id')).toEqual([disputes[1]]);
  });

  it('of the disputes that are open here: it is asked about after all others next time (M10, R3)', async () => {
    const [damaged, sound] = [await paidSession(world), await paidSession(world)];
    for (const { providerPaymentId } of [damaged, sound]) await openDispute(world, providerPaymentId);
    await followDisputes(world);
    for (const { _id } of await DisputeModel.find().lean()) await closeDispute(world, _id, 'won');
    await PaymentModel.deleteOne({ _id: damaged.paymentId });
    world.clock.moveBy(60 * minute);

    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([]) }));

    expect(await DisputeModel.findOne({ paymentId: sound.paymentId }).lean()).toMatchObject({ status: 'won' });
    expect(await DisputeModel.findOne({ paymentId: damaged.paymentId }).lean()).toMatchObject({
      status: 'open',
      updatedAt: world.clock.now(),
    });
  });
});

describe('a database that is away', () => {
  it('ends the run: nothing is postponed, and the job says why', async () => {
    const { paymentId } = await twoPaidOrders();
    const gone = new mongoose.mongo.MongoNetworkError('connection closed');
    const due = await PaymentModel.findById(paymentId).lean().orFail();

    await expect(reconcile(withGateway(world, { fetchAttempts: () => Promise.reject(gone) }))).rejects.toThrow(
      'connection closed',
    );

    expect(await PaymentModel.findById(paymentId).lean()).toEqual(due);
  });
});
