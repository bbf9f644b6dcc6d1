import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../../test/booking-world.ts';
import { deliver, eventBody, finishRefund, refundInDashboard } from '../../../../test/gateway-events.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { ChargeModel, LedgerModel, PaymentModel, processWebhooks, RefundModel, sendRefunds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('refund-events');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

async function paidOrder() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  return { asha, order, report: await world.pay(order.orderId) };
}

describe('events of refunds (R3)', () => {
  async function settled() {
    const { asha, report, order } = await paidOrder();
    await world.verify(asha, report);
    return { asha, orderId: order.orderId, paymentId: order.paymentId, providerPaymentId: report.razorpay_payment_id };
  }
  type Settled = Awaited<ReturnType<typeof settled>>;

  async function hear({ orderId, providerPaymentId }: Settled, event = 'refund.processed'): Promise<void> {
    await deliver(world, {
      body: eventBody(event, {
        refund: { id: 'rfnd_00000000000001', payment_id: providerPaymentId },
        payment: { id: providerPaymentId, order_id: orderId },
      }),
    });
    await processWebhooks(world);
  }
  const statusOf = async (paymentId: string) => (await PaymentModel.findById(paymentId).lean().orFail()).status;
  const adminRefund = async (paymentId: string, amountMinor = 150_000) =>
    world.post(`/payments/${paymentId}/refund`, await world.admin(), {
      amountMinor,
      reason: 'asked',
      idempotencyKey: 'ticket-0001',
    });

  it('adopt a refund that was made in the gateway’s dashboard, once', async () => {
    const paid = await settled();
    const refundId = await refundInDashboard(world, paid.providerPaymentId, 50_000);

    await hear(paid, 'refund.created');
    await hear(paid, 'refund.processed');
    await hear(paid, 'refund.processed');

    expect(await RefundModel.find().lean()).toMatchObject([
      { reason: 'gateway', amountMinor: 50_000, status: 'processed', providerRefundId: refundId },
    ]);
    expect(await ChargeModel.findOne().lean()).toMatchObject({ refundedMinor: 50_000, returnedMinor: 50_000 });
    expect(await statusOf(paid.paymentId)).toBe('partially_refunded');
    expect(await LedgerModel.find({ kind: { $regex: '^refund-' } }).lean()).toMatchObject([
      { kind: 'refund-queued', providerId: refundId, amountMinor: 50_000 },
      { kind: 'refund-processed', providerId: refundId, amountMinor: 50_000 },
    ]);
    expect(await OutboxModel.countDocuments({ template: 'refund-processed-user' })).toBe(1);
  });

  it('adopt it once although three processors hear of it at once', async () => {
    const paid = await settled();
    await refundInDashboard(world, paid.providerPaymentId, 150_000);

    await Promise.all([hear(paid), hear(paid), hear(paid)]);
    world.clock.moveBy(60_000);
    await processWebhooks(world);

    expect(await RefundModel.countDocuments()).toBe(1);
    expect(await statusOf(paid.paymentId)).toBe('refunded');
  });

  it('follow an adopted refund that is still pending, and never send one of our own for it', async () => {
    const paid = await settled();
    await world.control('POST', '/faults', { refunds: 'pending' });
    const refundId = await refundInDashboard(world, paid.providerPaymentId, 50_000);
    await world.clearFaults();
    await hear(paid, 'refund.created');
    expect(await statusOf(paid.paymentId)).toBe('refund_pending');

    await finishRefund(world, refundId, 'processed');
    world.clock.moveBy(15 * 60_000);
    await sendRefunds(world);

    expect(await statusOf(paid.paymentId)).toBe('partially_refunded');
    const { refunds } = await world.gatewayState();
    expect(refunds.filter(({ payment_id }) => payment_id === paid.providerPaymentId)).toHaveLength(1);
  });

  it('about a refund of our own never count it twice, before or after we know that it was processed', async () => {
    const paid = await settled();
    await adminRefund(paid.paymentId);
    await world.fault({ fault: '502', afterCommit: true, method: 'POST', path: '/v1/payments/*/refund', count: 1 });
    await sendRefunds(world);
    expect(await statusOf(paid.paymentId)).toBe('refund_pending');
    // Until the jobs trust the gateway again.
    world.clock.moveBy(15_000);

    await hear(paid);
    expect(await statusOf(paid.paymentId)).toBe('refunded');
    await hear(paid);

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'admin', status: 'processed' }]);
    expect(await ChargeModel.findOne().lean()).toMatchObject({ refundedMinor: 150_000, returnedMinor: 150_000 });
  });

  it('settle a payment first that nobody has told us about (M1)', async () => {
    const { order, report } = await paidOrder();
    await refundInDashboard(world, report.razorpay_payment_id, 50_000);

    await deliver(world, {
      body: eventBody('refund.processed', { refund: { payment_id: report.razorpay_payment_id } }),
    });
    await processWebhooks(world);

    expect(await statusOf(order.paymentId)).toBe('partially_refunded');
    expect(await SessionModel.countDocuments()).toBe(1);
  });
});
