import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { refundInDashboard } from '../../../../test/gateway-events.ts';
import { paidSession, withGateway } from '../../../../test/paid-sessions.ts';
import type { GatewayAttempt, PaymentGateway } from '../../../gateways/payment/port.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { ChargeModel, PaymentModel, reconcile, RefundModel, sweepHolds } from '../index.ts';
import { recordCapture } from '../settlement/record-charge.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('reread-payment');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;
const day = 24 * 60 * minute;
const refunds = () => RefundModel.find().sort({ _id: 1 }).lean();
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;

/** The real gateway, with these attempts on each order beside or instead of its own. */
function withAttempts(attempts: readonly GatewayAttempt[], others: Partial<PaymentGateway> = {}) {
  const { gateway } = world;
  return withGateway(world, {
    fetchAttempts: async (orderId) => {
      const own = await gateway.fetchAttempts(orderId);
      const others = own.filter(({ id }) => attempts.every((attempt) => attempt.id !== id));
      return [...others, ...attempts.filter((attempt) => attempt.checkoutId === orderId)];
    },
    fetchAttempt: async (id) => attempts.find((attempt) => attempt.id === id) ?? gateway.fetchAttempt(id),
    ...others,
  });
}

describe('a charge that was written down before its refund was, when the process died (M10)', () => {
  it.each([
    ['second-charge', 'M6', 150_000],
    ['mismatch', 'M2', 140_000],
  ])('is refunded as %s (%s), once', async (reason, _rule, amountMinor) => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const payment = await PaymentModel.findById(paymentId).lean().orFail();
    const second = { ...(await world.gateway.fetchAttempt(providerPaymentId)), id: 'pay_SecondCharge01', amountMinor };
    await recordCapture(payment, second, world.clock.now());

    for (let round = 0; round < 2; round += 1) {
      world.clock.moveBy(day);
      await reconcile(withAttempts([second]));
    }

    expect(await refunds()).toMatchObject([{ reason, amountMinor, providerPaymentId: second.id, status: 'queued' }]);
    expect(await statusOf(paymentId)).toBe('success');
  });
});

describe('money that was let go of and taken by the gateway by itself (M6, M7)', () => {
  it('is refunded when another charge has settled its order meanwhile', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    world.clock.moveBy(10 * minute);
    await world.hold(await world.customer('Ravi Rao'), expert);
    const untaken = await world.pay(order.orderId, 'authorized');
    await world.verify(asha, untaken);
    world.clock.moveBy(11 * minute);
    await sweepHolds(world);
    expect((await world.verify(asha, await world.pay(order.orderId))).status).toBe(200);
    const attempt = await world.gateway.fetchAttempt(untaken.razorpay_payment_id);
    world.clock.moveBy(day);

    await reconcile(withAttempts([{ ...attempt, status: 'captured' }]));

    expect(await refunds()).toMatchObject([{ reason: 'second-charge', providerPaymentId: attempt.id }]);
    expect(await ChargeModel.findOne({ providerPaymentId: attempt.id }).lean()).toMatchObject({ status: 'captured' });
  });
});

describe('a second charge that went back in the dashboard before we heard of it (M6, M10)', () => {
  it('is in the books, with the gateway’s refund and none of ours', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const first = await world.gateway.fetchAttempt(providerPaymentId);
    const second = { ...first, id: 'pay_SecondCharge01', status: 'refunded', refundedMinor: 150_000 } as const;
    const theirs = { id: 'rfnd_SecondCharge1', attemptId: second.id, amountMinor: 150_000, currency: 'INR' } as const;
    const fetchRefunds = async (id: string) =>
      id === second.id ? [{ ...theirs, status: 'processed', key: null } as const] : world.gateway.fetchRefunds(id);

    for (let round = 0; round < 2; round += 1) {
      world.clock.moveBy(day);
      await reconcile(withAttempts([second], { fetchRefunds }));
    }

    expect(await refunds()).toMatchObject([{ reason: 'gateway', status: 'processed', providerRefundId: theirs.id }]);
    expect(await statusOf(paymentId)).toBe('success');
  });
});

describe('an order whose money went back before we heard of it (M1, R3, R4)', () => {
  it('is in the books as paid and refunded, without a session, and the customer hears of the refund', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const paymentId = new Types.ObjectId(order.paymentId);
    const { razorpay_payment_id: providerPaymentId } = await world.pay(order.orderId);
    const theirs = await refundInDashboard(world, providerPaymentId, 150_000);

    for (let round = 0; round < 3; round += 1) {
      world.clock.moveBy(day);
      await sweepHolds(world);
      await reconcile(world);
    }

    expect(await ChargeModel.find().lean()).toMatchObject([
      { providerPaymentId, status: 'captured', capturedMinor: 150_000, refundedMinor: 150_000, returnedMinor: 150_000 },
    ]);
    expect(await refunds()).toMatchObject([{ reason: 'gateway', status: 'processed', providerRefundId: theirs }]);
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await OutboxModel.distinct('template')).toEqual(['refund-processed-user']);
  });
});
