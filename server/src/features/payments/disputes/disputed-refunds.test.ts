import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { closeDispute, openDispute } from '../../../../test/gateway-events.ts';
import { hearOfDispute, paidSession, queueRefund, withGateway } from '../../../../test/paid-sessions.ts';
import type { PaymentGateway } from '../../../gateways/payment/port.ts';
import { ChargeModel, LedgerModel, PaymentModel, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('disputed-refunds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const hear = (disputeId: string, paymentId: string, event?: string) =>
  hearOfDispute(world, { disputeId, paymentId, ...(event === undefined ? {} : { event }) });
const charge = () => ChargeModel.findOne().lean().orFail();
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
const refund = () => RefundModel.findOne().lean().orFail();
const gatewayRefunds = async (paymentId: string) =>
  (await world.gatewayState()).refunds.filter(({ payment_id }) => payment_id === paymentId);

describe('refunds of a disputed charge (R3, R4)', () => {
  it('are blocked when they are sent, and go on when the dispute was won', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await hear(disputeId, providerPaymentId);
    await queueRefund(world, paymentId);

    await sendRefunds(world);
    expect(await refund()).toMatchObject({ status: 'blocked' });
    expect(await gatewayRefunds(providerPaymentId)).toEqual([]);

    await closeDispute(world, disputeId, 'won');
    await hear(disputeId, providerPaymentId);
    expect(await refund()).toMatchObject({ status: 'queued', attempt: 1 });
    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('are blocked by the gateway before we have heard of the dispute, and looked at each hour', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await queueRefund(world, paymentId);

    await sendRefunds(world);
    expect(await refund()).toMatchObject({
      status: 'blocked',
      attempt: 1,
      lastError: expect.stringContaining('ongoing dispute'),
    });

    // It ends, and we never hear of it at all.
    await closeDispute(world, disputeId, 'closed');
    world.clock.moveBy(60 * 60_000);
    await sendRefunds(world);
    await sendRefunds(world);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('wait on while the dispute that we know of is open', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await hear(await openDispute(world, providerPaymentId), providerPaymentId);
    await queueRefund(world, paymentId);

    for (let hour = 0; hour < 3; hour += 1) {
      await sendRefunds(world);
      world.clock.moveBy(60 * 60_000);
    }

    expect(await refund()).toMatchObject({ status: 'blocked', attempt: 1 });
  });

  it('are closed when all of it was lost, and never sent', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await queueRefund(world, paymentId);
    await sendRefunds(world);
    await closeDispute(world, disputeId, 'lost');

    await hear(disputeId, providerPaymentId);
    world.clock.moveBy(24 * 60 * 60_000);
    await sendRefunds(world);

    expect(await refund()).toMatchObject({ status: 'closed', nextAttemptAt: null });
    expect(await charge()).toMatchObject({ status: 'lost', refundedMinor: 0, lostMinor: 150_000 });
    expect(await statusOf(paymentId)).toBe('refunded');
    expect(await gatewayRefunds(providerPaymentId)).toEqual([]);
    expect(await LedgerModel.findOne({ kind: 'refund-closed' }).lean()).toMatchObject({ amountMinor: 150_000 });
  });

  it('end the wait of the payment when the first of two disputes was lost in full, and the second won', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const [one, two] = [
      await openDispute(world, providerPaymentId, 150_000),
      await openDispute(world, providerPaymentId, 20_000),
    ];
    for (const disputeId of [one, two]) await hear(disputeId, providerPaymentId);
    await queueRefund(world, paymentId);
    await sendRefunds(world);

    await closeDispute(world, one, 'lost');
    await hear(one, providerPaymentId);
    await closeDispute(world, two, 'won');
    await hear(two, providerPaymentId);

    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await charge()).toMatchObject({ status: 'lost', disputedMinor: 0, lostMinor: 150_000, refundedMinor: 0 });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('end it also where the gateway blocked them at the moment when we heard that all was lost', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId);
    await queueRefund(world, paymentId);
    const blockedMeanwhile: PaymentGateway['refund'] = async (request) => {
      const refusal = await world.gateway.refund(request);
      await closeDispute(world, disputeId, 'lost');
      await hear(disputeId, providerPaymentId);
      return refusal;
    };

    await sendRefunds(withGateway(world, { refund: blockedMeanwhile }));
    expect(await refund()).toMatchObject({ status: 'blocked' });
    world.clock.moveBy(60 * 60_000);
    await sendRefunds(world);

    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('shrink to what is left when a part was lost, under a key of their own', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    const disputeId = await openDispute(world, providerPaymentId, 50_000);
    await queueRefund(world, paymentId);
    await sendRefunds(world);
    await closeDispute(world, disputeId, 'lost');

    await hear(disputeId, providerPaymentId);
    await sendRefunds(world);

    expect(await refund()).toMatchObject({ status: 'processed', amountMinor: 100_000, attempt: 2 });
    expect(await gatewayRefunds(providerPaymentId)).toMatchObject([{ amount: 100_000 }]);
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('and a dispute at the same moment: one of them is first, and what the other took is not paid again', async () => {
    for (let round = 0; round < 6; round += 1) {
      await world.reset();
      const { paymentId, providerPaymentId } = await paidSession(world);
      await queueRefund(world, paymentId);

      const [disputeId] = await Promise.all([
        openDispute(world, providerPaymentId, 100_000).then(async (id) => {
          await hear(id, providerPaymentId);
          return id;
        }),
        sendRefunds(world),
        sendRefunds(world),
      ]);
      await closeDispute(world, disputeId, 'lost');
      await hear(disputeId, providerPaymentId);
      for (let hour = 0; hour < 3; hour += 1) {
        await sendRefunds(world);
        world.clock.moveBy(60 * 60_000);
      }

      const { capturedMinor, refundedMinor, returnedMinor, lostMinor } = await charge();
      const sent = (await gatewayRefunds(providerPaymentId)).reduce((sum, { amount }) => sum + amount, 0);
      const refundWasFirst = returnedMinor === capturedMinor;
      expect(returnedMinor).toBe(refundWasFirst ? capturedMinor : capturedMinor - lostMinor);
      expect({ refundedMinor, sent, lostMinor }).toEqual({
        refundedMinor: returnedMinor,
        sent: returnedMinor,
        lostMinor: 100_000,
      });
      expect(await statusOf(paymentId)).toBe('refunded');
    }
  });
});
