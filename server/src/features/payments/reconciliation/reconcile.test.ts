import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { deliver, eventBody, refundInDashboard } from '../../../../test/gateway-events.ts';
import { withGateway } from '../../../../test/paid-sessions.ts';
import type { Checkout, PaymentGateway } from '../../../gateways/payment/port.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, PaymentModel, processWebhooks, reconcile, RefundModel, sweepHolds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('reconcile');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;
const day = 24 * 60 * minute;

async function paidOrder() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  return { asha, expert, order, report: await world.pay(order.orderId) };
}

async function settled() {
  const { asha, report, order } = await paidOrder();
  await world.verify(asha, report);
  return { paymentId: order.paymentId, orderId: order.orderId, providerPaymentId: report.razorpay_payment_id };
}

/** The real gateway, counting what it is asked. */
function counted(): { gateway: PaymentGateway; calls: () => number } {
  let calls = 0;
  const count = <Answer>(ask: () => Answer): Answer => {
    calls += 1;
    return ask();
  };
  const { gateway } = world;
  return {
    calls: () => calls,
    gateway: {
      ...gateway,
      fetchAttempts: (id) => count(() => gateway.fetchAttempts(id)),
      fetchAttempt: (id) => count(() => gateway.fetchAttempt(id)),
      fetchRefunds: (id) => count(() => gateway.fetchRefunds(id)),
      capture: (payment) => count(() => gateway.capture(payment)),
    },
  };
}

const nextCheck = async () => (await PaymentModel.findOne().lean().orFail()).nextCheckAt;

describe('an order that nobody finished (M10)', () => {
  it('is settled when it was paid and no event ever came', async () => {
    await paidOrder();
    world.clock.moveBy(2 * minute);

    await reconcile(world);

    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('gets its refund when the slot was lost meanwhile (M5)', async () => {
    const { expert } = await paidOrder();
    world.clock.moveBy(10 * minute);
    await sweepHolds(world);
    await world.hold(await world.customer('Ravi Rao'), expert);

    await reconcile(world);

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'slot-lost', amountMinor: 150_000 }]);
  });

  it('is asked about on a ladder, expired or not, and then let be', async () => {
    await world.hold(await world.customer(), await world.expert());
    const start = world.clock.now().getTime();
    const rungs: number[] = [];

    for (;;) {
      const next = await nextCheck();
      if (!next) break;
      rungs.push((next.getTime() - start) / minute);
      world.clock.moveTo(next.toISOString());
      await sweepHolds(world);
      await reconcile(world);
    }

    expect(rungs).toEqual([2, 15, 60, 360, 1440, 2880, 4320, 5760, 7200]);
    expect((await PaymentModel.findOne().lean().orFail()).status).toBe('expired');
  });

  it('is asked about by the ladder, not every minute, when the gateway does not know it', async () => {
    await paidOrder();
    await PaymentModel.updateOne({}, { $set: { orderId: 'order_00000000000000' } });
    world.clock.moveBy(2 * minute);

    await reconcile(world);

    expect(await nextCheck()).toEqual(new Date('2026-01-12T06:15:00Z'));
  });

  it('is settled when the bank approved it after the gateway had said that it failed', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    const late = await world.pay(order.orderId, 'late');
    world.clock.moveBy(15 * minute);
    await sweepHolds(world);
    await reconcile(world);
    expect((await PaymentModel.findOne().lean().orFail()).status).toBe('expired');

    await world.control('POST', `/payments/${late.razorpay_payment_id}/complete`, { outcome: 'approved' });
    world.clock.moveBy(45 * minute);
    await reconcile(world);

    expect((await PaymentModel.findOne().lean().orFail()).status).toBe('success');
    expect(await SessionModel.countDocuments()).toBe(1);
  });
});

describe('money that is authorised and whose slot is gone (M7)', () => {
  it('is not taken, the customer hears so once, and the charge lapses when the gateway lets it go', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    world.clock.moveBy(10 * minute);
    await world.hold(await world.customer('Ravi Rao'), expert);
    const report = await world.pay(order.orderId, 'authorized');

    await Promise.all([1, 2, 3].map(() => world.verify(asha, report)));

    expect(await ChargeModel.find().lean()).toMatchObject([{ status: 'authorized', capturedMinor: 0 }]);
    expect(await OutboxModel.find({ template: 'slot-lost-refund' }).lean()).toMatchObject([
      {
        _id: `slot-lost:${order.paymentId}:lapsed:customer`,
        to: asha.email,
        data: { charged: false, amountMinor: 150_000 },
      },
    ]);
    expect(await RefundModel.countDocuments()).toBe(0);

    // It stays on the ladder until the gateway has let go of it.
    world.clock.moveBy(5 * minute);
    await reconcile(world);
    expect((await PaymentModel.findById(order.paymentId).lean().orFail()).nextCheckAt).toBeInstanceOf(Date);
    world.clock.moveBy(2 * day);
    await reconcile(world);

    expect(await ChargeModel.find().lean()).toMatchObject([{ status: 'lapsed' }]);
    expect((await PaymentModel.findById(order.paymentId).lean().orFail()).status).toBe('expired');
    expect(await OutboxModel.countDocuments({ template: 'slot-lost-refund' })).toBe(1);
  });

  it('lapses as soon as the gateway’s event says so', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    world.clock.moveBy(10 * minute);
    await world.hold(await world.customer('Ravi Rao'), expert);
    const report = await world.pay(order.orderId, 'authorized');
    await world.verify(asha, report);
    world.clock.moveBy(2 * day);

    const refund = { payment_id: report.razorpay_payment_id };
    await deliver(world, { body: eventBody('refund.processed', { refund }) });
    await processWebhooks(world);

    expect(await ChargeModel.find().lean()).toMatchObject([{ status: 'lapsed' }]);
    expect(await RefundModel.countDocuments()).toBe(0);
  });
});

describe('a payment that was settled (M10)', () => {
  it('is read again daily for seven days', async () => {
    await settled();
    const start = world.clock.now().getTime();
    const days: number[] = [];

    for (;;) {
      const next = await nextCheck();
      if (!next) break;
      days.push((next.getTime() - start) / day);
      world.clock.moveTo(next.toISOString());
      await reconcile(world);
    }

    expect(days).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('costs one request while nothing has happened to it', async () => {
    await settled();
    world.clock.moveBy(day);
    const { gateway, calls } = counted();

    await reconcile(withGateway(world, gateway));

    expect(calls()).toBe(1);
  });

  it('has a refund adopted that was made in the dashboard and whose event was lost', async () => {
    const { paymentId, providerPaymentId } = await settled();
    await refundInDashboard(world, providerPaymentId, 150_000);
    world.clock.moveBy(day);

    await reconcile(world);
    world.clock.moveBy(day);
    await reconcile(world);

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'gateway', status: 'processed' }]);
    expect((await PaymentModel.findById(paymentId).lean().orFail()).status).toBe('refunded');
  });

  it('has a second charge returned that nobody reported (M6)', async () => {
    const { orderId } = await settled();
    world.clock.moveBy(day);
    const [first] = await world.gateway.fetchAttempts(orderId);
    const second = first && { ...first, id: 'pay_SecondCharge01' };
    const gateway = {
      fetchAttempts: async () => (first && second ? [first, second] : []),
      fetchAttempt: async () => second ?? world.gateway.fetchAttempt(''),
    };

    await reconcile(withGateway(world, gateway));

    expect(await RefundModel.find().lean()).toMatchObject([
      { reason: 'second-charge', providerPaymentId: 'pay_SecondCharge01', amountMinor: 150_000 },
    ]);
    expect((await PaymentModel.findOne().lean().orFail()).status).toBe('success');
  });
});

describe('a backlog after an outage (M10)', () => {
  /** Most a run may ask: thirty orders, and here nothing that takes a second request. */
  const mostCalls = 30;

  /** So many orders that are due, of which one in ten was paid. */
  async function overdue(count: number): Promise<void> {
    const { order } = await paidOrder();
    const original = await PaymentModel.findById(order.paymentId).lean().orFail();
    const { _id, ...copy } = original;
    const orders: Checkout[] = [];
    for (let index = 1; index < count; index += 1) {
      const key = `backlog-${order.paymentId}-${index}`.slice(0, 40);
      orders.push(await world.gateway.openCheckout({ key, amountMinor: 150_000, currency: 'INR', notes: {} }));
    }
    await PaymentModel.insertMany(
      orders.map(({ id }) => ({ ...copy, bookingId: new Types.ObjectId(), orderId: id, status: 'expired' })),
    );
    for (const [index, { id }] of orders.entries()) if (index % 10 === 0) await world.pay(id);
    world.clock.moveBy(2 * minute);
  }

  it('is worked off over several runs of a bounded number of requests', async () => {
    await overdue(300);
    const asked: number[] = [];

    for (;;) {
      const { gateway, calls } = counted();
      if ((await reconcile(withGateway(world, gateway))) === 0) break;
      asked.push(calls());
      world.clock.moveBy(10_000);
    }

    expect(Math.max(...asked)).toBeLessThanOrEqual(mostCalls);
    expect(asked).toHaveLength(10);
    // One time slot, thirty-one customers who paid for it: one session, and the others have their money back.
    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await RefundModel.countDocuments({ reason: 'slot-lost' })).toBe(30);
  }, 120_000);

  it('waits as a whole when the gateway asks for patience: no storm of 429', async () => {
    await overdue(40);
    await world.fault({ fault: '429', retryAfter: 45 });
    let requests = 0;

    for (let second = 0; second < 180; second += 10) {
      const { gateway, calls } = counted();
      await reconcile(withGateway(world, gateway));
      requests += calls();
      world.clock.moveBy(10_000);
    }

    // One each 45 s, looked at every ten seconds.
    expect(requests).toBeLessThanOrEqual(4);
    await world.clearFaults();
    world.clock.moveBy(minute);
    expect(await reconcile(world)).toBe(30);
  });

  it('stops a run while the gateway is away, and an order that alone has no answer holds up no other', async () => {
    await overdue(3);
    await world.fault({ fault: '502', method: 'GET', count: 1 });

    expect(await reconcile(world)).toBe(1);
    world.clock.moveBy(15_000);

    expect(await reconcile(world)).toBe(2);
  });
});
