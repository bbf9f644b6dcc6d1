import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gatewaysOf } from '../../../gateways/payment/registry.ts';
import { BookingWorld, errorOf } from '../../../../test/booking-world.ts';
import { deliver, eventBody, signWebhook, type Delivery } from '../../../../test/gateway-events.ts';
import { withGateway } from '../../../../test/paid-sessions.ts';
import { OutboxModel } from '../../notifications/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { PaymentModel, processWebhooks, RefundModel, sweepHolds, WebhookEventModel } from '../index.ts';
import { recordCapture } from '../settlement/record-charge.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('webhook');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const eventOf = (orderId: string, event = 'payment.captured') =>
  eventBody(event, { payment: { id: 'pay_00000000000001', order_id: orderId, status: 'captured' } });

async function paidOrder() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  return { asha, expert, order, report: await world.pay(order.orderId) };
}

describe('a payment whose browser vanished (M1)', () => {
  it('is settled by the gateway’s event, and verify later answers with the same session', async () => {
    const { asha, order, report } = await paidOrder();

    expect((await deliver(world, { body: eventOf(order.orderId) })).status).toBe(200);
    await processWebhooks(world);

    const session = await SessionModel.findOne().lean().orFail();
    expect((await world.verify(asha, report)).body.session.id).toBe(session._id.toHexString());
  });

  it('is settled by an event that names the payment only', async () => {
    const { report } = await paidOrder();

    await deliver(world, { body: eventBody('payment.captured', { payment: { id: report.razorpay_payment_id } }) });
    await processWebhooks(world);

    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('is settled by its authorisation already, which is captured then (M7)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    await world.pay(order.orderId, 'authorized');

    await deliver(world, { body: eventOf(order.orderId, 'payment.authorized') });
    await processWebhooks(world);

    expect(await SessionModel.countDocuments()).toBe(1);
  });
});

describe('events of the gateway', () => {
  it('count once, however often and in whatever order they are delivered', async () => {
    const { order } = await paidOrder();
    const body = eventOf(order.orderId);

    await Promise.all(Array.from({ length: 5 }, () => deliver(world, { body, eventId: 'event-0000000001' })));
    await deliver(world, { body: eventOf(order.orderId, 'order.paid') });
    await deliver(world, { body: eventOf(order.orderId, 'payment.failed') });
    await Promise.all([1, 2, 3].map(() => processWebhooks(world)));

    expect(await WebhookEventModel.countDocuments()).toBe(3);
    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await OutboxModel.countDocuments()).toBe(2);
  });

  it('after the fact change nothing, replayed with the same id or with another', async () => {
    const { asha, order, report } = await paidOrder();
    await world.verify(asha, report);
    const before = await PaymentModel.findOne().lean().orFail();

    for (const eventId of ['replayed-event-1', 'replayed-event-1', 'replayed-event-2']) {
      await deliver(world, { body: eventOf(order.orderId), eventId });
      await processWebhooks(world);
    }

    expect(await PaymentModel.findOne().lean().orFail()).toEqual(before);
    expect(await OutboxModel.countDocuments()).toBe(2);
  });

  it('of the charge that settled a payment are done without asking the gateway again', async () => {
    const { asha, order, report } = await paidOrder();
    await world.verify(asha, report);
    const payment = { id: report.razorpay_payment_id, order_id: order.orderId };
    for (const event of ['payment.authorized', 'payment.captured', 'order.paid']) {
      await deliver(world, { body: eventBody(event, { payment }) });
    }
    await world.fault({ fault: '502', method: 'GET' });

    await processWebhooks(world);

    expect(await WebhookEventModel.distinct('status')).toEqual(['processed']);
  });

  it('of a second charge are asked about, whatever decided the payment, and it is refunded (M6)', async () => {
    const { asha, order, report } = await paidOrder();
    await world.verify(asha, report);
    const second = 'pay_SecondCharge01';
    const doubled = {
      ...world.gateway,
      fetchAttempts: async (orderId: string) => {
        const attempts = await world.gateway.fetchAttempts(orderId);
        return attempts.flatMap((attempt) => [attempt, { ...attempt, id: second }]);
      },
    };

    await deliver(world, {
      body: eventBody('payment.captured', { payment: { id: second, order_id: order.orderId } }),
    });
    const { clock, logger, supportEmail } = world;
    await processWebhooks({ clock, logger, supportEmail, gateways: gatewaysOf(doubled) });

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'second-charge', amountMinor: 150_000 }]);
  });

  it.each([
    ['its order', (orderId: string) => ({ order_id: orderId })],
    ['no order', () => ({})],
  ])('of a second charge whose refund was never written down have it refunded, naming %s (M6)', async (_what, name) => {
    const { asha, order, report } = await paidOrder();
    await world.verify(asha, report);
    const first = await world.gateway.fetchAttempt(report.razorpay_payment_id);
    const second = { ...first, id: 'pay_SecondCharge01' };
    // The process that heard of it first died here.
    await recordCapture(await PaymentModel.findOne().lean().orFail(), second, world.clock.now());

    await deliver(world, {
      body: eventBody('payment.captured', { payment: { id: second.id, ...name(order.orderId) } }),
    });
    await processWebhooks(withGateway(world, { fetchAttempts: async () => [first, second] }));

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'second-charge', providerPaymentId: second.id }]);
  });

  it('of a failure leave the order open: the customer may try again (R4)', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    const order = await world.hold(asha, expert);
    await world.pay(order.orderId, 'failed');

    await deliver(world, { body: eventOf(order.orderId, 'payment.failed') });
    await processWebhooks(world);

    expect((await PaymentModel.findOne().lean().orFail()).status).toBe('created');
    expect((await world.verify(asha, await world.pay(order.orderId))).status).toBe(200);
  });

  it('of orders that we do not know are kept and ignored', async () => {
    await deliver(world, { body: eventOf('order_00000000000001') });
    await deliver(world, { body: eventBody('payment.captured', { payment: { id: 'pay_00000000000000' } }) });
    await deliver(world, { body: eventBody('refund.processed', { refund: { payment_id: 'pay_00000000000000' } }) });
    await deliver(world, { body: eventBody('payment.downtime.started', {}) });

    await processWebhooks(world);

    expect(await WebhookEventModel.distinct('status')).toEqual(['ignored']);
  });

  it('wait for the gateway when it is away, and are tried again', async () => {
    const { order } = await paidOrder();
    await deliver(world, { body: eventOf(order.orderId) });
    await world.fault({ fault: '502', method: 'GET' });
    await processWebhooks(world);
    expect(await WebhookEventModel.findOne().lean()).toMatchObject({ status: 'received', attempts: 1 });
    await world.clearFaults();
    world.clock.moveBy(15_000);

    await processWebhooks(world);

    expect(await SessionModel.countDocuments()).toBe(1);
  });

  it('end the run when the gateway asks for patience (429), and all wait as long as it says', async () => {
    const { order } = await paidOrder();
    for (const event of ['payment.authorized', 'payment.captured', 'order.paid']) {
      await deliver(world, { body: eventOf(order.orderId, event) });
    }
    await world.fault({ fault: '429', retryAfter: 20 });

    expect(await processWebhooks(world)).toBe(1);
    world.clock.moveBy(19_000);
    expect(await processWebhooks(world)).toBe(0);
    await world.clearFaults();
    world.clock.moveBy(1_000);
    expect(await processWebhooks(world)).toBe(3);
  });

  it('are given up after fourteen tries, and stay to be looked at', async () => {
    const { order } = await paidOrder();
    await deliver(world, { body: eventOf(order.orderId) });
    await world.fault({ fault: '502', method: 'GET' });

    for (let attempt = 1; attempt <= 15; attempt += 1) {
      await processWebhooks(world);
      world.clock.moveBy(12 * 60 * 60_000);
    }

    expect(await WebhookEventModel.findOne().lean()).toMatchObject({ status: 'failed', attempts: 14 });
  });

  const body = eventOf('order_00000000000001');
  it.each<[string, Delivery, number]>([
    ['forged', { body, signature: signWebhook(body, 'another secret') }, 400],
    ['without a signature', { body, signature: '' }, 400],
    ['signed in upper case', { body, signature: signWebhook(body).toUpperCase() }, 400],
    ['written anew after signing', { body: `${body} `, signature: signWebhook(body) }, 400],
    [
      'serialised anew with the same content',
      { body: JSON.stringify(JSON.parse(body), null, 1), signature: signWebhook(body) },
      400,
    ],
    ['no JSON', { body: 'payment' }, 400],
    ['no event', { body: '{"event":1}' }, 400],
    ['with a strange id', { body, eventId: 'a b' }, 400],
    ['oversized', { body: ' '.repeat(1_100_000) }, 413],
  ])('are refused when %s', async (_how, delivery, status) => {
    const response = await deliver(world, delivery);

    expect(response.status).toBe(status);
    expect(errorOf(response).message).not.toBe('');
    expect(await WebhookEventModel.countDocuments()).toBe(0);
  });
});

describe('the refund of a lost slot (M5)', () => {
  it('is queued by whichever event comes, once', async () => {
    const { expert, order } = await paidOrder();
    world.clock.moveBy(10 * 60_000);
    await sweepHolds(world);
    await world.hold(await world.customer('Ravi Rao'), expert);

    for (const event of ['order.paid', 'payment.captured']) {
      await deliver(world, { body: eventOf(order.orderId, event) });
    }
    await processWebhooks(world);

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'slot-lost', amountMinor: 150_000 }]);
  });
});
