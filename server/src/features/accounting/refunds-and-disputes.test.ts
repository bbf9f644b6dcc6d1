import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../test/booking-world.ts';
import { closeDispute, openDispute, refundInDashboard } from '../../../test/gateway-events.ts';
import { hearOfDispute, paidSession, queueRefund, withGateway } from '../../../test/paid-sessions.ts';
import {
  DisputeModel,
  followDisputes,
  LedgerModel,
  reconcile,
  RefundModel,
  sendRefunds,
  settle,
} from '../payments/index.ts';
import { verifyLedger, type Discrepancy, type GatewayReader } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('accounting-refunds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const day = 24 * 60 * 60_000;

async function find(gateway: GatewayReader | null = world.gateway): Promise<Discrepancy[]> {
  const found: Discrepancy[] = [];
  for await (const one of verifyLedger({ clock: world.clock, ...(gateway ? { gatewayOf: () => gateway } : {}) }))
    found.push(one);
  return found;
}

/** Moves on until nothing is left to be sent or followed. */
async function settleDown(): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    world.clock.moveBy(day);
    await reconcile(world);
    await sendRefunds(world);
  }
}

describe('books that are right, with refunds and disputes', () => {
  it('in the currency of the charge, which differs from the order’s (M2)', async () => {
    const order = await world.hold(await world.customer(), await world.expert());
    await world.pay(order.orderId);
    const inDollars = withGateway(world, {
      fetchAttempts: async (orderId) =>
        (await world.gateway.fetchAttempts(orderId)).map((attempt) => ({ ...attempt, currency: 'USD' })),
    });
    await settle(inDollars, { paymentId: new Types.ObjectId(order.paymentId) });
    await sendRefunds(world);

    expect(await RefundModel.find().lean()).toMatchObject([
      { reason: 'mismatch', currency: 'USD', status: 'processed' },
    ]);
    expect(await find(null)).toEqual([]);
  });

  it('in the currency of the dispute', async () => {
    const { providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    const found = { ...(await world.gateway.fetchDispute(disputeId)), currency: 'USD' };
    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([found]) }));

    expect(await DisputeModel.countDocuments({ currency: 'USD' })).toBe(1);
    expect(await find()).toEqual([]);
  });

  it('where a refund shrank twice: for a lost dispute, which took less than it was about, and for the dashboard', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 60_000);
    await hearOfDispute(world, { disputeId, paymentId: providerPaymentId });
    await queueRefund(world, paymentId);
    await sendRefunds(world);
    await closeDispute(world, disputeId, 'lost');
    const found = { ...(await world.gateway.fetchDispute(disputeId)), amountMinor: 50_000 };
    await followDisputes(withGateway(world, { fetchLatestDisputes: () => Promise.resolve([found]) }));
    await refundInDashboard(world, providerPaymentId, 80_000);
    await settleDown();

    expect(await RefundModel.distinct('status')).toEqual(['processed']);
    expect(await LedgerModel.countDocuments({ kind: 'refund-closed' })).toBe(2);
    expect(await find()).toEqual([]);
  });

  it('where a refund was closed, since the dashboard had returned all', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await refundInDashboard(world, providerPaymentId, 150_000);
    await settleDown();

    expect(await find()).toEqual([]);
  });

  it('where money came and went back before we heard of it', async () => {
    const order = await world.hold(await world.customer(), await world.expert());
    const { razorpay_payment_id: providerPaymentId } = await world.pay(order.orderId);
    await refundInDashboard(world, providerPaymentId, 150_000);
    await settleDown();

    expect(await find()).toEqual([]);
  });
});

describe('damage to the parts that a refund gave up', () => {
  it('is found: a missing row and another amount', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await refundInDashboard(world, providerPaymentId, 150_000);
    await settleDown();
    const { _id, ...row } = await LedgerModel.findOneAndDelete({ kind: 'refund-closed' }).lean().orFail();

    expect(await find()).toMatchObject([{ kind: 'ledger-row-missing', ids: { ledgerId: _id } }]);

    await LedgerModel.create({ ...row, _id, amountMinor: row.amountMinor + 1 });
    expect(await find()).toMatchObject([{ kind: 'ledger-row-differs', ids: { ledgerId: _id } }]);
  });
});
