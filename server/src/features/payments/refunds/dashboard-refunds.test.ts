import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { closeDispute, finishRefund, openDispute, refundInDashboard } from '../../../../test/gateway-events.ts';
import { hearOfDispute, paidSession, queueRefund, withGateway } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, reconcile, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('dashboard-refunds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const day = 24 * 60 * 60_000;
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
const charge = () => ChargeModel.findOne().lean().orFail();
const refunds = () => RefundModel.find().sort({ _id: 1 }).lean();
const mails = async () =>
  (await OutboxModel.find({ template: { $regex: '^refund-' } }).lean()).map((row) => row.template);
const closedMinor = async () =>
  (await LedgerModel.find({ kind: 'refund-closed' }).sort({ _id: 1 }).lean()).map(({ amountMinor }) => amountMinor);
const gatewayRefunds = async (paymentId: string) =>
  (await world.gatewayState()).refunds
    .filter(({ payment_id }) => payment_id === paymentId)
    .map(({ amount }) => amount)
    .toSorted((one, other) => one - other);

async function sendTwice(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await sendRefunds(world);
    world.clock.moveBy(60_000);
  }
}

describe('a refund of ours that meets one of the gateway’s dashboard (R1, R2, R3)', () => {
  it('shrinks to what is left, under a key of its own, and theirs is adopted', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    const theirs = await refundInDashboard(world, providerPaymentId, 50_000);

    await sendTwice();

    expect(await refunds()).toMatchObject([
      { reason: 'cancelled', status: 'processed', amountMinor: 100_000, attempt: 2 },
      { reason: 'gateway', status: 'processed', amountMinor: 50_000, providerRefundId: theirs },
    ]);
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await charge()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000, owedMinor: 0 });
    expect(await gatewayRefunds(providerPaymentId)).toEqual([50_000, 100_000]);
    expect(await mails()).toEqual(['refund-processed-user', 'refund-processed-user']);
    expect(await closedMinor()).toEqual([50_000]);
  });

  it('is closed when theirs took all, and nobody is told that a refund failed', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    const theirs = await refundInDashboard(world, providerPaymentId, 150_000);

    await sendTwice();

    expect(await refunds()).toMatchObject([
      { reason: 'cancelled', status: 'closed', attempt: 1, nextAttemptAt: null },
      { reason: 'gateway', status: 'processed', providerRefundId: theirs },
    ]);
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await charge()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000, owedMinor: 0 });
    expect(await mails()).toEqual(['refund-processed-user']);
  });

  it('leaves no part unpaid when several of ours meet it', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId, { amountMinor: 60_000, reasonKey: 'one' });
    await queueRefund(world, paymentId, { amountMinor: 90_000, reasonKey: 'two' });
    await refundInDashboard(world, providerPaymentId, 100_000);

    await sendTwice();

    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await charge()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000 });
    expect((await gatewayRefunds(providerPaymentId)).reduce((sum, amount) => sum + amount, 0)).toBe(150_000);
  });

  it('can shrink twice, for a lost dispute and for theirs, and the ledger has both parts', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 50_000);
    await queueRefund(world, paymentId);
    await sendRefunds(world);
    await closeDispute(world, disputeId, 'lost');
    await hearOfDispute(world, { disputeId, paymentId: providerPaymentId });
    // Of the hundred that ours is about now, this leaves twenty.
    await refundInDashboard(world, providerPaymentId, 80_000);

    await sendTwice();

    expect(await closedMinor()).toEqual([50_000, 80_000]);
    expect(await refunds()).toMatchObject([
      { reason: 'cancelled', status: 'processed', amountMinor: 20_000, attempt: 3 },
      { reason: 'gateway', status: 'processed', amountMinor: 80_000 },
    ]);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('has failed for good when the gateway has less left and no refund that explains it', async () => {
    const { paymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    const refused = { accepted: false, kind: 'exceeds', reason: 'BAD_REQUEST', description: 'fully refunded' } as const;

    await sendRefunds(withGateway(world, { refund: () => Promise.resolve(refused) }));

    expect(await refunds()).toMatchObject([{ status: 'failed', attempt: 1 }]);
    expect(await statusOf(paymentId)).toBe('refund_failed');
    expect((await mails()).toSorted()).toEqual(['refund-failed-admin', 'refund-failed-user']);
  });
});

describe('a refund of the gateway’s dashboard that fails at the bank (R3, R4)', () => {
  it('has failed for good: we never send one of our own for it, and its money can be refunded again', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await world.control('POST', '/faults', { refunds: 'pending' });
    const theirs = await refundInDashboard(world, providerPaymentId, 60_000);
    await world.clearFaults();
    world.clock.moveBy(day);
    await reconcile(world);
    expect(await statusOf(paymentId)).toBe('refund_pending');

    await finishRefund(world, theirs, 'failed');
    for (let round = 0; round < 3; round += 1) {
      world.clock.moveBy(day);
      await sendRefunds(world);
      await reconcile(world);
    }

    expect(await refunds()).toMatchObject([{ reason: 'gateway', status: 'failed', attempt: 1, nextAttemptAt: null }]);
    expect(await gatewayRefunds(providerPaymentId)).toEqual([60_000]);
    expect(await charge()).toMatchObject({ refundedMinor: 0, returnedMinor: 0, owedMinor: 60_000 });
    expect(await statusOf(paymentId)).toBe('refund_failed');
    expect(await mails()).toContain('refund-failed-admin');
    expect(await queueRefund(world, paymentId)).toBe(150_000);
  });
});
