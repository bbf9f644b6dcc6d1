import type { Types } from 'mongoose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { closeDispute, openDispute, refundInDashboard } from '../../../../test/gateway-events.ts';
import { hearOfDispute, paidSession, queueRefund, withGateway } from '../../../../test/paid-sessions.ts';
import { AppError } from '../../../errors.ts';
import type { PaymentGateway } from '../../../gateways/payment/port.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { ChargeModel, PaymentModel, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('lost-disputes');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const day = 24 * 60 * 60_000;
/** Longer than nothing is asked of a gateway that gave no answer, shorter than until a refund is asked for again. */
const silence = 59_000;
const refund = () => RefundModel.findOne().lean().orFail();
const charge = () => ChargeModel.findOne().lean().orFail();
const statusOf = async (paymentId: Types.ObjectId) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
const refundedAtGateway = async (paymentId: string) =>
  (await world.gatewayState()).refunds
    .filter(({ payment_id }) => payment_id === paymentId)
    .reduce((sum, { amount }) => sum + amount, 0);

/** The bank opens a dispute and takes its money back, before or after we hear that it began. */
async function lose(paymentId: string, { heardOfOpening = true, amountMinor = 150_000 } = {}): Promise<void> {
  const disputeId = await openDispute(world, paymentId, amountMinor);
  if (heardOfOpening) await hearOfDispute(world, { disputeId, paymentId });
  await closeDispute(world, disputeId, 'lost');
  await hearOfDispute(world, { disputeId, paymentId, event: 'lost' });
}

async function sendForADay(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    world.clock.moveBy(day / 2);
    await sendRefunds(world);
  }
}

const noBalance: PaymentGateway['refund'] = async () => ({
  accepted: false,
  kind: 'other',
  reason: 'insufficient_balance',
  description: 'Your account does not have enough balance to carry out the refund operation.',
});
async function refuseAttempts(attempts: number): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    await sendRefunds(withGateway(world, { refund: noBalance }));
    world.clock.moveBy(day);
  }
}
const noAnswer: PaymentGateway['refund'] = async () => {
  throw new AppError('GATEWAY_UNAVAILABLE', 'The payment gateway does not answer.');
};

describe('what a lost dispute took is not refunded as well (R1, R3)', () => {
  it('when the refund waits for its next attempt', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await sendRefunds(withGateway(world, { refund: noBalance }));
    expect(await refund()).toMatchObject({ status: 'queued', attempt: 2 });

    await lose(providerPaymentId);
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(0);
    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await charge()).toMatchObject({ refundedMinor: 0, returnedMinor: 0, lostMinor: 150_000 });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('when the first that we hear of the dispute is that it is lost', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);

    await lose(providerPaymentId, { heardOfOpening: false });
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(0);
    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('when the refund was sent and the gateway never got it', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await sendRefunds(withGateway(world, { refund: noAnswer }));
    expect(await refund()).toMatchObject({ status: 'sent' });

    world.clock.moveBy(silence);
    await lose(providerPaymentId);
    expect(await charge()).toMatchObject({ refundedMinor: 150_000, lostMinor: 150_000 });
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(0);
    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('when it was sent, and the gateway refuses it after the dispute has ended', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    const refusedAfterTheEnd: PaymentGateway['refund'] = async (request) => {
      await lose(providerPaymentId);
      return noBalance(request);
    };

    await sendRefunds(withGateway(world, { refund: refusedAfterTheEnd }));
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(0);
    expect(await refund()).toMatchObject({ status: 'closed' });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('when the last attempt of the refund is refused in the moment of the loss: nobody is told that it failed', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await refuseAttempts(4);
    const refusedInTheMoment: PaymentGateway['refund'] = async (request) => {
      await lose(providerPaymentId, { amountMinor: 50_000 });
      return noBalance(request);
    };

    await sendRefunds(withGateway(world, { refund: refusedInTheMoment }));

    expect(await refund()).toMatchObject({ status: 'queued', amountMinor: 100_000 });
    await sendForADay();
    expect(await refundedAtGateway(providerPaymentId)).toBe(100_000);
    expect(await charge()).toMatchObject({ returnedMinor: 100_000, lostMinor: 50_000, owedMinor: 0 });
    expect(await OutboxModel.countDocuments({ template: 'refund-failed-user' })).toBe(0);
  });

  it('nor what was refunded in the dashboard before', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await sendRefunds(withGateway(world, { refund: noBalance }));
    await refundInDashboard(world, providerPaymentId, 75_000);

    await lose(providerPaymentId, { amountMinor: 75_000 });
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(75_000);
    expect((await RefundModel.find().sort({ _id: 1 }).lean()).map(({ status }) => status)).toEqual([
      'closed',
      'processed',
    ]);
    expect(await charge()).toMatchObject({ refundedMinor: 75_000, returnedMinor: 75_000, lostMinor: 75_000 });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('and is not owed any more, where a refund had failed for good', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);
    await refuseAttempts(5);
    expect(await charge()).toMatchObject({ owedMinor: 150_000 });

    await lose(providerPaymentId, { amountMinor: 149_950 });

    expect(await charge()).toMatchObject({ owedMinor: 0 });
    expect(await statusOf(paymentId)).toBe('partially_refunded');
  });

  it('but a refund whose answer was lost counts, whatever the dispute took afterwards', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId, { amountMinor: 100_000 });
    const answerLost: PaymentGateway['refund'] = async (request) => {
      await world.gateway.refund(request);
      return noAnswer(request);
    };
    await sendRefunds(withGateway(world, { refund: answerLost }));

    world.clock.moveBy(silence);
    await lose(providerPaymentId, { amountMinor: 80_000 });
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(100_000);
    expect(await refund()).toMatchObject({ status: 'processed', amountMinor: 100_000, attempt: 1 });
    expect(await charge()).toMatchObject({ returnedMinor: 100_000, lostMinor: 80_000 });
  });

  it('and a refund that waits goes on with what is left, under a key of its own (R2)', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);

    await lose(providerPaymentId, { heardOfOpening: false, amountMinor: 50_000 });
    await sendForADay();

    expect(await refundedAtGateway(providerPaymentId)).toBe(100_000);
    expect(await refund()).toMatchObject({ status: 'processed', amountMinor: 100_000, attempt: 2 });
    expect(await statusOf(paymentId)).toBe('refunded');
  });

  it('and a remainder below what the gateway refunds is let go, not tried until it fails', async () => {
    const { paymentId, providerPaymentId } = await paidSession(world);
    await queueRefund(world, paymentId);

    await lose(providerPaymentId, { heardOfOpening: false, amountMinor: 149_950 });
    await sendForADay();

    expect(await refund()).toMatchObject({ status: 'closed', lastError: null });
    expect(await charge()).toMatchObject({ refundedMinor: 0, lostMinor: 149_950, owedMinor: 0 });
  });
});
