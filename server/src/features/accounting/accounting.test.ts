import { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, expectStatus } from '../../../test/booking-world.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel, sendRefunds } from '../payments/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { AppError } from '../../errors.ts';
import { verifyLedger, type Discrepancy, type GatewayReader } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('accounting');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** A booking that is paid and settled, and one that was cancelled and refunded. */
async function buildBooks() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  const report = await world.pay(order.orderId);
  expectStatus(await world.verify(asha, report), 200);
  const other = await world.hold(asha, expert, '2026-01-16T08:30:00.000Z');
  expectStatus(await world.verify(asha, await world.pay(other.orderId)), 200);
  const cancelled = await SessionModel.findOne({ paymentId: new Types.ObjectId(other.paymentId) }).orFail();
  expectStatus(await world.post(`/sessions/${cancelled.id}/cancel`, asha, {}), 200);
  const { clock, gateways, logger } = world;
  await sendRefunds({ clock, gateways, logger, supportEmail: 'support@example.com' });
  clock.moveBy(60 * 60_000);
  return { order, report, other };
}

async function find(gateway: GatewayReader | null = world.gateway): Promise<Discrepancy[]> {
  const found: Discrepancy[] = [];
  for await (const one of verifyLedger({ clock: world.clock, ...(gateway ? { gatewayOf: () => gateway } : {}) }))
    found.push(one);
  return found;
}

const kinds = async (gateway?: GatewayReader | null) => (await find(gateway)).map(({ kind }) => kind);

describe('books that are right', () => {
  it('have no discrepancy, with a settled, a refunded and an open booking', async () => {
    const { order } = await buildBooks();
    const ravi = await world.customer('Ravi Rao');
    await world.hold(ravi, await world.expert());

    expect(await find()).toEqual([]);
    expect(await PaymentModel.findById(order.paymentId).lean()).toMatchObject({ status: 'success' });
  });

  it('are right while a refund is still on its way', async () => {
    await buildBooks();
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert, '2026-01-19T08:30:00.000Z');
    expectStatus(await world.verify(asha, await world.pay(order.orderId)), 200);
    const session = await SessionModel.findOne({ paymentId: new Types.ObjectId(order.paymentId) }).orFail();
    expectStatus(await world.post(`/sessions/${session.id}/cancel`, asha, {}), 200);

    expect(await find()).toEqual([]);
  });
});

describe('damage in the ledger', () => {
  it.each(['order', 'capture', 'settled', 'refund-queued', 'refund-processed'] as const)(
    'a missing row "%s" is found and named',
    async (kind) => {
      await buildBooks();
      const row = await LedgerModel.findOneAndDelete({ kind }).orFail();

      const [discrepancy, ...more] = await find();

      expect(more).toEqual([]);
      expect(discrepancy).toMatchObject({
        kind: 'ledger-row-missing',
        ids: { paymentId: row.paymentId.toHexString(), ledgerId: row._id },
      });
      expect(discrepancy?.sentence).toContain(row._id);
    },
  );

  it('another amount or currency is found', async () => {
    await buildBooks();
    await LedgerModel.updateOne({ kind: 'capture' }, { $inc: { amountMinor: 1 } });
    await LedgerModel.updateOne({ kind: 'refund-processed' }, { $set: { currency: 'USD' } });

    expect(await kinds()).toEqual(['ledger-row-differs', 'ledger-row-differs']);
  });

  it('a row about nothing is found', async () => {
    const { order } = await buildBooks();
    const row = await LedgerModel.findOne({ kind: 'capture' }).lean().orFail();
    await LedgerModel.create({ ...row, _id: 'capture:pay_unheardOf00001', paymentId: order.paymentId });
    await LedgerModel.create({ ...row, _id: 'capture:pay_unheardOf00002', paymentId: new Types.ObjectId() });

    expect(await kinds()).toEqual(['ledger-row-unfounded', 'payment-missing']);
  });
});

describe('damage in the records', () => {
  it('a session without payment is found', async () => {
    await buildBooks();
    await SessionModel.updateOne({ status: 'confirmed' }, { $unset: { paymentId: 1 } });

    expect(await kinds()).toEqual(['session-missing', 'money-in-limbo', 'session-unpaid']);
  });

  it('a session that vanished is found, and its money is in limbo', async () => {
    const { order } = await buildBooks();
    await SessionModel.deleteOne({ status: 'confirmed' });

    const found = await find();

    expect(found.map(({ kind }) => kind)).toEqual(['session-missing', 'money-in-limbo']);
    expect(found[0]?.ids).toMatchObject({ paymentId: order.paymentId });
  });

  it('two sessions on one payment are found, with the same expert or another one', async () => {
    const { order } = await buildBooks();
    const session = await SessionModel.findOne({ status: 'confirmed' }).lean().orFail();
    const copy = { ...session, _id: new Types.ObjectId(), reference: 'OTHER1', expertId: new Types.ObjectId() };
    await SessionModel.create(copy);

    expect(await find()).toMatchObject([
      { kind: 'payment-missing', ids: { id: copy._id.toHexString(), paymentId: order.paymentId } },
    ]);
  });

  it('a session with another price than its payment is found', async () => {
    await buildBooks();
    await SessionModel.updateOne({ status: 'confirmed' }, { $set: { amountMinor: 1 } });

    expect(await kinds()).toEqual(['session-differs']);
  });

  it('a session whose payment was never settled is found', async () => {
    const { order } = await buildBooks();
    await PaymentModel.updateOne({ _id: order.paymentId }, { $set: { sessionId: null } });

    expect(await kinds()).toContain('session-unpaid');
  });

  it('a refund that is not counted in its charge is found', async () => {
    await buildBooks();
    await ChargeModel.updateOne({ refundedMinor: { $gt: 0 } }, { $set: { refundedMinor: 0, returnedMinor: 0 } });

    expect(await kinds()).toEqual(['refund-sum-differs']);
  });

  it('more refunded than captured is found', async () => {
    await buildBooks();
    const refund = await RefundModel.findOne().lean().orFail();
    await RefundModel.create({ ...refund, _id: new Types.ObjectId(), reasonKey: 'again', status: 'queued' });

    expect(await kinds()).toContain('refunds-exceed-capture');
  });

  it('records of a payment that is gone are found', async () => {
    const { order } = await buildBooks();
    await PaymentModel.deleteOne({ _id: order.paymentId });

    const collections = (await find()).map(({ ids }) => ids['collection']);

    expect(new Set(collections)).toEqual(new Set(['charges', 'ledger', 'sessions']));
  });
});

describe('what the gateway says otherwise', () => {
  it('a refund made in its dashboard that nobody adopted is found', async () => {
    const { report } = await buildBooks();
    const key = 'made-by-hand';
    await world.gateway.refund({ attemptId: report.razorpay_payment_id, amountMinor: 5_000, key });

    expect(await kinds()).toEqual(['refund-unknown-to-us']);
    expect(await kinds(null)).toEqual([]);
  });

  it('a capture that we never recorded is found', async () => {
    const { report } = await buildBooks();
    await ChargeModel.deleteOne({ providerPaymentId: report.razorpay_payment_id });

    expect(await kinds()).toEqual(['ledger-row-unfounded', 'capture-unknown-to-us']);
  });

  it('a capture that it does not have, or has with another amount, is found', async () => {
    const { report } = await buildBooks();
    const charge = await ChargeModel.findOne({ providerPaymentId: report.razorpay_payment_id }).lean().orFail();
    await ChargeModel.create({ ...charge, _id: new Types.ObjectId(), providerPaymentId: 'pay_unheardOf00001' });
    expect(await kinds()).toContain('capture-unknown-to-gateway');

    await ChargeModel.updateOne({ _id: charge._id }, { $inc: { capturedMinor: 1 } });
    expect(await kinds()).toContain('capture-differs');
  });

  it('a refund of ours that it does not have, or has otherwise, is found', async () => {
    await buildBooks();
    await RefundModel.updateOne({}, { $inc: { amountMinor: -1 } });
    expect(await kinds()).toContain('refund-differs');

    await RefundModel.updateOne({}, { $set: { providerRefundId: 'rfnd_unheardOf0001' } });
    expect(await kinds()).toContain('refund-unknown-to-gateway');
  });

  it('an order that it does not know is found', async () => {
    const { order } = await buildBooks();
    await PaymentModel.updateOne({ _id: order.paymentId }, { $set: { orderId: 'order_unheardOf00001' } });

    expect(await kinds()).toContain('order-unknown-to-gateway');
  });

  it('is reported as not compared while it does not answer', async () => {
    await buildBooks();
    const silent = () => Promise.reject(new AppError('GATEWAY_UNAVAILABLE', 'No answer.'));

    expect(await kinds({ fetchAttempts: silent, fetchRefunds: silent })).toEqual(['gateway-silent', 'gateway-silent']);
  });
});
