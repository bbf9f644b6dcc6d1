import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { deliver, eventBody } from '../../../../test/gateway-events.ts';
import { withGateway } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, PaymentModel, processWebhooks, reconcile, RefundModel, sweepHolds } from '../index.ts';
import { letLapse } from './let-lapse.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('told-not-charged');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;
const lostMails = () => OutboxModel.find({ template: 'slot-lost-refund' }).sort({ _id: 1 }).lean();

/** Money is authorised whose slot somebody else holds, so the customer was told that nothing was charged. */
async function toldCustomer() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  world.clock.moveBy(10 * minute);
  await world.hold(await world.customer('Ravi Rao'), expert);
  const report = await world.pay(order.orderId, 'authorized');
  expect((await world.verify(asha, report)).status).toBe(409);
  return { asha, order, report, attempt: await world.gateway.fetchAttempt(report.razorpay_payment_id) };
}

describe('a customer who was told that nothing was charged (M7)', () => {
  it('is not charged when the slot becomes free: not by the reconciler, an event, or a verify sent again', async () => {
    const { asha, order, report } = await toldCustomer();
    world.clock.moveBy(11 * minute);
    await sweepHolds(world);

    world.clock.moveBy(40 * minute);
    await reconcile(world);
    const payment = { id: report.razorpay_payment_id, order_id: order.orderId };
    await deliver(world, { body: eventBody('payment.authorized', { payment }) });
    await processWebhooks(world);
    expect((await world.verify(asha, report)).status).toBe(409);

    expect(await ChargeModel.find().lean()).toMatchObject([{ status: 'authorized', capturedMinor: 0 }]);
    expect(await SessionModel.countDocuments()).toBe(0);
    expect(await lostMails()).toHaveLength(1);
    expect((await world.gateway.fetchAttempt(report.razorpay_payment_id)).status).toBe('authorized');
  });

  it('is one whose slot nobody else made sure of at the same moment: then nobody says that it is gone (T3)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const before = await PaymentModel.findById(order.paymentId).lean().orFail();
    const report = await world.pay(order.orderId, 'authorized');
    const attempt = await world.gateway.fetchAttempt(report.razorpay_payment_id);
    world.clock.moveBy(10 * minute);
    await sweepHolds(world);
    // It was claimed again, and the gateway has not answered to the capture yet.
    await world.fault({ fault: '502', method: 'POST', path: '/v1/payments/*/capture', count: 1 });
    expect((await world.verify(asha, report)).status).toBe(502);

    expect(await letLapse(before, attempt, world.clock)).toBe(false);

    expect(await lostMails()).toEqual([]);
    expect((await world.verify(asha, report)).status).toBe(200);
  });

  it('is charged for a new attempt on the order, and not for the one that was let go of', async () => {
    const { asha, order, attempt } = await toldCustomer();
    world.clock.moveBy(11 * minute);
    await sweepHolds(world);
    const again = await world.pay(order.orderId, 'authorized');
    // The slot is held for the new attempt when the old one is looked at.
    await world.fault({ fault: '502', method: 'POST', path: '/v1/payments/*/capture', count: 1 });
    expect((await world.verify(asha, again)).status).toBe(502);
    const oldestFirst = [attempt, await world.gateway.fetchAttempt(again.razorpay_payment_id)];
    world.clock.moveBy(2 * minute);

    await reconcile(withGateway(world, { fetchAttempts: async () => oldestFirst }));

    expect(await ChargeModel.find().sort({ _id: 1 }).lean()).toMatchObject([
      { providerPaymentId: attempt.id, status: 'authorized' },
      { providerPaymentId: again.razorpay_payment_id, status: 'captured' },
    ]);
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('hears of the refund in a mail of its own when the gateway takes the money by itself (M5, E1)', async () => {
    const { asha, order, attempt } = await toldCustomer();
    const captured = { ...attempt, status: 'captured' } as const;
    world.clock.moveBy(5 * minute);

    await reconcile(withGateway(world, { fetchAttempts: async () => [captured] }));

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'slot-lost', amountMinor: 150_000 }]);
    expect(await lostMails()).toMatchObject([
      { _id: `slot-lost:${order.paymentId}:customer`, to: asha.email, data: { charged: true } },
      { _id: `slot-lost:${order.paymentId}:lapsed:customer`, to: asha.email, data: { charged: false } },
    ]);
  });
});
