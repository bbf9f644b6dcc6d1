import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gatewaysOf } from '../../../gateways/payment/registry.ts';
import { BookingWorld, errorOf, thursdayAt2, type TestPerson } from '../../../../test/booking-world.ts';
import { ClaimModel } from '../../claims/index.ts';
import { ExpertModel, type ExpertRecord } from '../../experts/index.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel, sendRefunds, settle, sweepHolds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('settle');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const holdMs = 10 * 60_000;

async function heldSlot(overrides?: Parameters<BookingWorld['expert']>[0]) {
  const [asha, expert] = [await world.customer(), await world.expert(overrides)];
  return { asha, expert, order: await world.hold(asha, expert) };
}

const refundsAtGateway = async (orderId: string) => {
  const { payments, refunds } = await world.gatewayState();
  const paid = payments.filter(({ order_id }) => order_id === orderId).map(({ id }) => id);
  return refunds.filter(({ payment_id }) => paid.includes(payment_id));
};
const paymentStatus = async (paymentId: string) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
const mailKeys = async () =>
  (await OutboxModel.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id.replace(/[0-9a-f]{24}/, '*'));

describe('a payment that arrives in time (M3)', () => {
  it('makes the session, sells the claim, writes both mails and the ledger', async () => {
    const { asha, expert, order } = await heldSlot();

    const response = await world.verify(asha, await world.pay(order.orderId));

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      payment: { id: order.paymentId, status: 'success' },
      session: {
        status: 'confirmed',
        startsAt: thursdayAt2,
        scheduledDate: '2026-01-15',
        scheduledTime: '14:00',
        timezone: 'Asia/Kolkata',
        amount: 1500,
        expert: { name: 'Dr. Sarah Khan' },
      },
    });
    const claim = await ClaimModel.findOne({ expertId: expert._id }).lean().orFail();
    expect(claim.kind).toBe('session');
    expect(claim.expiresAt).toBeUndefined();
    expect(await mailKeys()).toEqual(['confirmed:*:customer', 'confirmed:*:expert']);
    expect((await LedgerModel.distinct('kind')).sort()).toEqual(['capture', 'order', 'settled']);
  });

  it('is settled once when verify is called twenty times at once (M1)', async () => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId);

    const answers = await Promise.all(Array.from({ length: 20 }, () => world.verify(asha, report)));

    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ body }) => body.session.id)).size).toBe(1);
    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await ChargeModel.countDocuments()).toBe(1);
    expect(await OutboxModel.countDocuments()).toBe(2);
    expect(await RefundModel.countDocuments()).toBe(0);
  });

  it('settles an authorised payment by capturing it (M7)', async () => {
    const { asha, order } = await heldSlot();

    const response = await world.verify(asha, await world.pay(order.orderId, 'authorized'));

    expect(response.status).toBe(200);
    const { payments } = await world.gatewayState();
    expect(payments.find(({ order_id }) => order_id === order.orderId)?.status).toBe('captured');
  });

  it('cannot be expired by the sweeper any more (S3)', async () => {
    const { asha, order } = await heldSlot();
    await world.verify(asha, await world.pay(order.orderId));
    world.clock.moveBy(holdMs * 2);

    await sweepHolds(world);

    expect(await ClaimModel.countDocuments({ kind: 'session' })).toBe(1);
    expect(await paymentStatus(order.paymentId)).toBe('success');
  });
});

describe('what the checkout reports (M8)', () => {
  it.each([
    ['forged', (signature: string) => signature.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))],
    ['in upper case', (signature: string) => signature.toUpperCase()],
    ['empty', () => ''],
  ])('is refused when the signature is %s', async (_how, change) => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId);

    const response = await world.verify(asha, { ...report, razorpay_signature: change(report.razorpay_signature) });

    expect(response.status).toBe(400);
    expect(errorOf(response).code).toBe('PAYMENT_NOT_VERIFIED');
    expect(await SessionModel.countDocuments()).toBe(0);
  });

  it('is refused when the signature belongs to another order', async () => {
    const { asha, order } = await heldSlot();
    const other = await world.hold(await world.customer('Ravi Rao'), await world.expert());
    const [mine, theirs] = [await world.pay(order.orderId), await world.pay(other.orderId)];

    const swapped = await world.verify(asha, { ...theirs, razorpay_order_id: mine.razorpay_order_id });

    expect(errorOf(swapped).code).toBe('PAYMENT_NOT_VERIFIED');
  });

  it('looks like no order when it is another person’s', async () => {
    const { order } = await heldSlot();
    const report = await world.pay(order.orderId);

    expect((await world.verify(await world.customer('Ravi Rao'), report)).status).toBe(404);
  });

  it('is pending while the gateway says failed: success may still follow', async () => {
    const { asha, order } = await heldSlot();

    const response = await world.verify(asha, await world.pay(order.orderId, 'failed'));

    expect(response.status).toBe(202);
    expect(response.body.payment.status).toBe('created');
  });

  it.each([
    ['is down', { fault: '502' }],
    ['hangs', { fault: 'hang' }],
    ['cuts its answer off', { fault: 'truncated' }],
  ])('loses nothing while the gateway %s', async (_how, fault) => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId);
    await world.fault({ ...fault, method: 'GET', path: '/v1/payments/*' });

    expect((await world.verify(asha, report)).status).toBe(502);

    await world.clearFaults();
    expect((await world.verify(asha, report)).status).toBe(200);
  });

  it('tells the customer of their session while the gateway is down, once it is settled (M8)', async () => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId);
    await world.verify(asha, report);
    await world.fault({ fault: '502', method: 'GET', path: '/v1/payments/*' });

    expect((await world.verify(asha, report)).body.session).toMatchObject({ status: 'confirmed' });
  });

  it('settles although the answer to the capture was lost (M7)', async () => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId, 'authorized');
    await world.fault({ fault: '502', afterCommit: true, method: 'POST', path: '/v1/payments/*/capture', count: 1 });
    expect((await world.verify(asha, report)).status).toBe(502);

    expect((await world.verify(asha, report)).status).toBe(200);

    expect(await SessionModel.countDocuments()).toBe(1);
  });
});

describe('a payment that arrives after its hold (M4)', () => {
  async function lapsedButPaid() {
    const held = await heldSlot();
    world.clock.moveBy(holdMs);
    await sweepHolds(world);
    return { ...held, report: await world.pay(held.order.orderId) };
  }

  it('gets the slot when it is still free', async () => {
    const { asha, order, report } = await lapsedButPaid();

    const response = await world.verify(asha, report);

    expect(response.status).toBe(200);
    expect(await paymentStatus(order.paymentId)).toBe('success');
    expect(await ClaimModel.countDocuments({ kind: 'session' })).toBe(1);
  });

  it.each(['captured', 'authorized'] as const)(
    'gets the slot with the break that the schedule has now: %s money buys what is offered',
    async (outcome) => {
      const asha = await world.customer();
      const expert = await world.expert({ schedule: { bufferMinutes: 15 } });
      const order = await world.hold(asha, expert);
      world.clock.moveBy(holdMs);
      await sweepHolds(world);
      const schedule = { ...expert.schedule, bufferMinutes: 0 };
      await ExpertModel.updateOne({ _id: expert._id }, { $set: { schedule } });
      const current = { ...expert, schedule };
      await world.book(await world.customer('Ravi Rao'), current, '2026-01-15T09:30:00.000Z');

      const response = await world.verify(asha, await world.pay(order.orderId, outcome));

      expect(response.status).toBe(200);
      expect(await SessionModel.countDocuments()).toBe(2);
    },
  );

  it('gets the slot inside the minimum notice, which counted when the customer chose', async () => {
    const { asha, report } = await lapsedButPaid();
    world.clock.moveTo('2026-01-15T07:30:00Z');

    expect((await world.verify(asha, report)).status).toBe(200);
  });

  it.each(['captured', 'authorized'] as const)(
    'gets no time that has passed, also where no sweeper ran: %s money does not stay',
    async (outcome) => {
      const { asha, order } = await heldSlot();
      world.clock.moveTo('2026-01-15T08:30:01Z');

      const response = await world.verify(asha, await world.pay(order.orderId, outcome));

      expect(errorOf(response).code).toBe('SLOT_TAKEN');
      expect(await SessionModel.countDocuments()).toBe(0);
      expect(await RefundModel.countDocuments()).toBe(outcome === 'captured' ? 1 : 0);
    },
  );

  it('takes over the customer’s own newer hold on the same time', async () => {
    const { asha, expert, order, report } = await lapsedButPaid();
    const second = await world.hold(asha, expert);

    expect((await world.verify(asha, report)).status).toBe(200);

    expect(await paymentStatus(order.paymentId)).toBe('success');
    expect(await paymentStatus(second.paymentId)).toBe('expired');
    expect(await ClaimModel.countDocuments()).toBe(1);
  });

  it('is refunded when the customer also pays the newer order', async () => {
    const { asha, expert, report } = await lapsedButPaid();
    const second = await world.hold(asha, expert);
    await world.verify(asha, report);

    const response = await world.verify(asha, await world.pay(second.orderId));

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({ code: 'SLOT_TAKEN', details: { refund: { amountMinor: 150_000 } } });
    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it.each<[string, (expert: ExpertRecord) => Promise<unknown>]>([
    ['somebody else holds it', async (expert) => world.hold(await world.customer('Ravi Rao'), expert)],
    [
      'the expert took the day off',
      (expert) =>
        ExpertModel.updateOne(
          { _id: expert._id },
          { $set: { 'schedule.timeOff': [{ startsAt: '2026-01-15T00:00:00Z', endsAt: '2026-01-16T00:00:00Z' }] } },
        ),
    ],
    ['the expert has left', (expert) => ExpertModel.updateOne({ _id: expert._id }, { $set: { isActive: false } })],
    ['it has passed', async () => world.clock.moveTo('2026-01-15T08:31:00Z')],
  ])('is refunded in full, with a mail, when %s (M5)', async (_why, take) => {
    const { asha, expert, order, report } = await lapsedButPaid();
    await take(expert);

    const response = await world.verify(asha, report);

    expect(response.status).toBe(409);
    expect(errorOf(response)).toMatchObject({
      code: 'SLOT_TAKEN',
      message: 'The time could no longer be booked. Your full refund has started.',
      details: { refund: { amount: 1500, amountMinor: 150_000, status: 'queued' } },
    });
    expect(await paymentStatus(order.paymentId)).toBe('refund_pending');
    expect(await SessionModel.countDocuments({ userId: asha.userId })).toBe(0);
    expect(await mailKeys()).toEqual(['slot-lost:*:customer']);
  });

  it('does not capture money that is only authorised when the slot is gone (M7)', async () => {
    const { asha, expert, order } = await heldSlot();
    world.clock.moveBy(holdMs);
    await world.hold(await world.customer('Ravi Rao'), expert);

    const response = await world.verify(asha, await world.pay(order.orderId, 'authorized'));

    expect(response.status).toBe(409);
    expect(errorOf(response).message).toContain('Nothing was charged');
    expect(await RefundModel.countDocuments()).toBe(0);
    const { payments } = await world.gatewayState();
    expect(payments.find(({ order_id }) => order_id === order.orderId)?.status).toBe('authorized');
  });
});

describe('the refund of a lost slot (M5, R1, R2)', () => {
  async function lostSlot(): Promise<{ asha: TestPerson; paymentId: string; orderId: string }> {
    const { asha, expert, order } = await heldSlot();
    world.clock.moveBy(holdMs);
    await world.hold(await world.customer('Ravi Rao'), expert);
    await world.verify(asha, await world.pay(order.orderId));
    return { asha, paymentId: order.paymentId, orderId: order.orderId };
  }

  it('reaches the gateway and ends the payment as refunded', async () => {
    const { asha, paymentId, orderId } = await lostSlot();

    await sendRefunds(world);

    expect(await paymentStatus(paymentId)).toBe('refunded');
    expect(await refundsAtGateway(orderId)).toMatchObject([{ amount: 150_000 }]);
    const status = await world.get(`/payments/orders/${orderId}`, asha);
    expect(status.body.order).toMatchObject({ status: 'refunded', refund: { status: 'processed', amount: 1500 } });
  });

  it('refunds once although the gateway’s answer was lost', async () => {
    const { paymentId, orderId } = await lostSlot();
    await world.fault({ fault: '502', afterCommit: true, method: 'POST', path: '/v1/payments/*/refund', count: 1 });
    await sendRefunds(world);
    expect(await paymentStatus(paymentId)).toBe('refund_pending');
    world.clock.moveBy(60_000);

    await sendRefunds(world);

    expect(await paymentStatus(paymentId)).toBe('refunded');
    expect(await refundsAtGateway(orderId)).toHaveLength(1);
  });

  it('refunds once although three workers send at once', async () => {
    const { orderId } = await lostSlot();

    await Promise.all([1, 2, 3].map(() => sendRefunds(world)));

    expect(await refundsAtGateway(orderId)).toHaveLength(1);
  });

  it('is queued once although verify is called ten times at once', async () => {
    const { asha, expert, order } = await heldSlot();
    world.clock.moveBy(holdMs);
    await world.hold(await world.customer('Ravi Rao'), expert);
    const report = await world.pay(order.orderId);

    const answers = await Promise.all(Array.from({ length: 10 }, () => world.verify(asha, report)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(409));
    expect(await RefundModel.countDocuments()).toBe(1);
    expect((await ChargeModel.findOne().lean().orFail()).refundedMinor).toBe(150_000);
  });
});

describe('settling against losing the slot', () => {
  it('ends in exactly one of the two when a lapsed payment and a new customer race', async () => {
    for (let round = 0; round < 10; round += 1) {
      await world.reset();
      const { asha, expert, order } = await heldSlot();
      world.clock.moveBy(holdMs);
      const report = await world.pay(order.orderId);
      const ravi = await world.customer('Ravi Rao');

      await Promise.all([world.verify(asha, report), world.createOrder(ravi, world.orderBody(expert))]);

      const sessions = await SessionModel.countDocuments();
      const refunds = await RefundModel.countDocuments();
      expect(sessions + refunds).toBe(1);
      expect(await ClaimModel.countDocuments({ expertId: expert._id })).toBe(1);
    }
  });
});

describe('money that is not what was asked for (M2)', () => {
  it('never settles and goes back in full', async () => {
    const { asha, order } = await heldSlot();
    const report = await world.pay(order.orderId);
    await PaymentModel.updateOne({ _id: order.paymentId }, { $set: { amountMinor: 999_900 } });

    const response = await world.verify(asha, report);

    expect(response.status).toBe(409);
    expect(errorOf(response).message).toBe('The time could no longer be booked. Your full refund has started.');
    expect(await SessionModel.countDocuments()).toBe(0);
    expect(await RefundModel.findOne().lean()).toMatchObject({ reason: 'mismatch', amountMinor: 150_000 });
    expect(await paymentStatus(order.paymentId)).toBe('refund_pending');
  });
});

describe('an order that is paid twice (M6)', () => {
  it('keeps the session and sends the second charge back', async () => {
    const { asha, order } = await heldSlot();
    await world.verify(asha, await world.pay(order.orderId));
    // The sandbox returns a second payment by itself, as the gateway does; one it kept must be returned by us.
    const doubled = {
      ...world.gateway,
      fetchAttempts: async (orderId: string) => {
        const [first] = await world.gateway.fetchAttempts(orderId);
        return first ? [first, { ...first, id: 'pay_SecondCharge01' }] : [];
      },
    };

    const settlement = await settle(
      { clock: world.clock, gateways: gatewaysOf(doubled), logger: world.logger },
      { paymentId: new Types.ObjectId(order.paymentId) },
    );

    expect(settlement.outcome).toBe('settled');
    expect(await RefundModel.find().lean()).toMatchObject([
      { reason: 'second-charge', providerPaymentId: 'pay_SecondCharge01', amountMinor: 150_000 },
    ]);
    expect(await paymentStatus(order.paymentId)).toBe('success');
  });

  it('leaves a second payment alone that the gateway has returned already', async () => {
    const { asha, order } = await heldSlot();
    await world.verify(asha, await world.pay(order.orderId));

    const response = await world.verify(asha, await world.pay(order.orderId));

    expect(response.status).toBe(200);
    expect(await RefundModel.countDocuments()).toBe(0);
  });
});
