import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { finishRefund } from '../../../../test/gateway-events.ts';
import { paidSession, queueRefund } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('send-refunds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;

const queue = (paymentId: Types.ObjectId, amountMinor = 150_000, reasonKey = 'cancelled') =>
  queueRefund(world, paymentId, { amountMinor, reasonKey });
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
const charge = () => ChargeModel.findOne().lean().orFail();
const refund = () => RefundModel.findOne().lean().orFail();
const gatewayRefunds = async () => {
  const { providerPaymentId } = await charge();
  return (await world.gatewayState()).refunds.filter(({ payment_id }) => payment_id === providerPaymentId);
};
const mailKeys = async (name: string) =>
  (
    await OutboxModel.find({ _id: { $regex: `^${name}` } })
      .sort({ _id: 1 })
      .lean()
  ).map(({ _id }) => _id.replace(/[0-9a-f]{24}/, '*'));

/** Sends until nothing is due within two days. */
async function sendAll(): Promise<void> {
  for (;;) {
    const [next] = await RefundModel.find({ nextAttemptAt: { $ne: null } })
      .sort({ nextAttemptAt: 1 })
      .lean();
    if (!next?.nextAttemptAt) return;
    if (next.nextAttemptAt > world.clock.now()) world.clock.moveTo(next.nextAttemptAt.toISOString());
    await sendRefunds(world);
  }
}

describe('a refund that the gateway processes (R4, E1)', () => {
  it('ends refund and payment, with the mail and the ledger that name the gateway’s refund', async () => {
    const { asha, paymentId } = await paidSession(world);
    expect(await queue(paymentId)).toBe(150_000);
    expect(await statusOf(paymentId)).toBe('refund_pending');

    await sendRefunds(world);

    const [atGateway] = await gatewayRefunds();
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await refund()).toMatchObject({
      status: 'processed',
      providerRefundId: atGateway?.id,
      processedAt: world.clock.now(),
      nextAttemptAt: null,
    });
    expect(await charge()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000 });
    const [mail] = await OutboxModel.find({ template: 'refund-processed-user' }).lean();
    expect(mail).toMatchObject({ to: asha.email, data: { amountMinor: 150_000, providerRefundId: atGateway?.id } });
    expect(await mailKeys('refund-')).toEqual(['refund-processed:*:customer']);
    expect(await LedgerModel.findOne({ kind: 'refund-processed' }).lean()).toMatchObject({
      providerId: atGateway?.id,
      amountMinor: 150_000,
    });
  });

  it('in part leaves the rest: partially_refunded, and then refunded', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId, 60_000);
    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('partially_refunded');

    expect(await queue(paymentId, 150_000, 'no-show')).toBe(90_000);
    await sendRefunds(world);

    expect(await statusOf(paymentId)).toBe('refunded');
    expect((await gatewayRefunds()).map(({ amount }) => amount)).toEqual(expect.arrayContaining([60_000, 90_000]));
  });

  it('decides the payment only when none of its refunds is open any more', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId, 60_000, 'one');
    await queue(paymentId, 90_000, 'two');
    await RefundModel.updateOne(
      { reasonKey: 'two' },
      { nextAttemptAt: new Date(world.clock.now().getTime() + minute) },
    );

    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('refund_pending');

    world.clock.moveBy(minute);
    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('decides it too when its last two refunds end at the same moment (T3)', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId, 60_000, 'one');
    await queue(paymentId, 90_000, 'two');

    await Promise.all([1, 2, 3].map(() => sendRefunds(world)));
    await sendAll();

    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('later is followed until it is, without a second request', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId);
    await world.control('POST', '/faults', { refunds: 'pending' });
    await sendRefunds(world);
    expect(await refund()).toMatchObject({ status: 'sent', attempt: 1 });
    const [pending] = await gatewayRefunds();
    await finishRefund(world, pending?.id ?? '', 'processed');
    world.clock.moveBy(15 * minute);

    await sendRefunds(world);

    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await gatewayRefunds()).toHaveLength(1);
  });
});

describe('a refund without an answer (R2)', () => {
  it.each(['502', 'reset', 'hang', 'truncated'])(
    '(%s) is asked for again under the same key, and happens once',
    async (fault) => {
      const { paymentId } = await paidSession(world);
      await queue(paymentId);
      const lost = { fault, method: 'POST', path: '/v1/payments/*/refund', count: 1 };
      await world.fault(fault === 'truncated' ? lost : { ...lost, afterCommit: true });

      await sendRefunds(world);
      expect(await refund()).toMatchObject({ status: 'sent', attempt: 1 });
      await sendAll();

      expect(await statusOf(paymentId)).toBe('refunded');
      expect(await gatewayRefunds()).toHaveLength(1);
      expect(await mailKeys('refund-')).toEqual(['refund-processed:*:customer']);
    },
  );

  it('happens once although five workers send at once, again and again', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId);
    await world.fault({ fault: '502', afterCommit: true, method: 'POST', path: '/v1/payments/*/refund', count: 2 });

    for (let round = 0; round < 4; round += 1) {
      await Promise.all([1, 2, 3, 4, 5].map(() => sendRefunds(world)));
      world.clock.moveBy(minute);
    }

    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await gatewayRefunds()).toHaveLength(1);
  });
});

describe('a gateway that asks for patience or is away', () => {
  async function threeQueued(): Promise<void> {
    const { paymentId } = await paidSession(world);
    for (const key of ['one', 'two', 'three']) await queue(paymentId, 50_000, key);
  }

  it('(429) ends the run, and everything waits as long as it says', async () => {
    await threeQueued();
    await world.fault({ fault: '429', retryAfter: 30 });

    expect(await sendRefunds(world)).toBe(1);
    world.clock.moveBy(29_000);
    expect(await sendRefunds(world)).toBe(0);

    await world.clearFaults();
    world.clock.moveBy(1_000);
    expect(await sendRefunds(world)).toBe(2);
    await sendAll();
    expect(await gatewayRefunds()).toHaveLength(3);
  });

  it('(outage) is asked once in fifteen seconds, and a refund that alone has no answer holds up no other', async () => {
    await threeQueued();
    await world.fault({ fault: '502', method: 'GET', count: 1 });

    expect(await sendRefunds(world)).toBe(1);
    world.clock.moveBy(14_000);
    expect(await sendRefunds(world)).toBe(0);
    world.clock.moveBy(1_000);

    expect(await sendRefunds(world)).toBe(2);
    expect(await gatewayRefunds()).toHaveLength(2);
  });
});

describe('a refund that the gateway refuses (R2, R4)', () => {
  it('is tried again with a raised attempt, after growing pauses', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId);
    await world.control('POST', '/faults', { refunds: 'refused' });

    await sendRefunds(world);
    expect(await refund()).toMatchObject({
      status: 'queued',
      attempt: 2,
      lastError: expect.stringContaining('enough balance'),
      nextAttemptAt: new Date(world.clock.now().getTime() + 5 * minute),
    });
    expect(await sendRefunds(world)).toBe(0);

    await world.clearFaults();
    await sendAll();
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('after it had begun it is tried again under a new key', async () => {
    const { paymentId } = await paidSession(world);
    await queue(paymentId);
    await world.control('POST', '/faults', { refunds: 'pending' });
    await sendRefunds(world);
    const [pending] = await gatewayRefunds();
    await finishRefund(world, pending?.id ?? '', 'failed');
    await world.clearFaults();

    await sendAll();

    expect(await refund()).toMatchObject({ status: 'processed', attempt: 2 });
    expect((await gatewayRefunds()).map(({ status }) => status).toSorted()).toEqual(['failed', 'processed']);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('five times has failed for good: customer and support hear of it, and its money can be refunded again', async () => {
    const { asha, paymentId } = await paidSession(world);
    await queue(paymentId);
    await world.control('POST', '/faults', { refunds: 'refused' });

    await sendAll();

    expect(await refund()).toMatchObject({ status: 'failed', attempt: 5, nextAttemptAt: null });
    expect(await statusOf(paymentId)).toBe('refund_failed');
    expect(await charge()).toMatchObject({ refundedMinor: 0, returnedMinor: 0, owedMinor: 150_000 });
    expect(await mailKeys('refund-')).toEqual(['refund-failed:*:admin', 'refund-failed:*:customer']);
    const mails = await OutboxModel.find({ _id: { $regex: '^refund-failed' } })
      .sort({ _id: 1 })
      .lean();
    expect(mails).toMatchObject([
      { to: 'support@example.com', data: { failure: expect.stringContaining('enough balance') } },
      { to: asha.email, data: { failure: null } },
    ]);
    expect(await LedgerModel.countDocuments({ kind: 'refund-failed' })).toBe(1);

    await world.clearFaults();
    expect(await queue(paymentId, 150_000, 'again')).toBe(150_000);
    expect(await statusOf(paymentId)).toBe('refund_pending');
    await sendAll();
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await charge()).toMatchObject({ returnedMinor: 150_000, owedMinor: 0 });
  });
});
