import { createHmac, randomUUID } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf, keys } from '../../../test/booking-world.ts';
import { OutboxModel } from '../notifications/index.ts';
import { SessionModel } from '../sessions/index.ts';
import { PaymentModel, processWebhooks, reconcile, RefundModel, sweepHolds, WebhookEventModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('webhook');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const dependencies = () => ({ clock: world.clock, gateway: world.gateway, logger: world.logger });
const sign = (body: string, secret = keys.webhookSecret) => createHmac('sha256', secret).update(body).digest('hex');

type Delivery = { body: string; signature?: string; eventId?: string };

function deliver({ body, signature = sign(body), eventId = randomUUID() }: Delivery) {
  return request(world.server)
    .post('/api/v1/payments/webhooks/razorpay')
    .set({ 'Content-Type': 'application/json', 'X-Razorpay-Signature': signature, 'X-Razorpay-Event-Id': eventId })
    .send(body);
}

const eventOf = (orderId: string, event = 'payment.captured') =>
  JSON.stringify({
    entity: 'event',
    event,
    contains: ['payment'],
    payload: { payment: { entity: { id: 'pay_00000000000001', order_id: orderId, status: 'captured' } } },
    created_at: 1_768_201_200,
  });

async function paidOrder() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  return { asha, expert, order, report: await world.pay(order.orderId) };
}

describe('a payment whose browser vanished', () => {
  it('is settled by the gateway’s event, and verify later answers with the same session', async () => {
    const { asha, order, report } = await paidOrder();

    expect((await deliver({ body: eventOf(order.orderId) })).status).toBe(200);
    await processWebhooks(dependencies());

    const session = await SessionModel.findOne().lean().orFail();
    expect((await world.verify(asha, report)).body.session.id).toBe(session._id.toHexString());
  });

  it('is settled by the reconciler when no event ever comes (M10)', async () => {
    await paidOrder();
    world.clock.moveBy(2 * 60_000);

    await reconcile(dependencies());

    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await PaymentModel.exists({ nextCheckAt: { $exists: true } })).toBeNull();
  });

  it('gets its refund when the slot was lost meanwhile (M5)', async () => {
    const { expert } = await paidOrder();
    world.clock.moveBy(10 * 60_000);
    await sweepHolds(world.clock);
    await world.hold(await world.customer('Ravi Rao'), expert);

    await reconcile(dependencies());

    expect(await RefundModel.find().lean()).toMatchObject([{ reason: 'slot-lost', amountMinor: 150_000 }]);
  });
});

describe('events of the gateway', () => {
  it('count once, however often and in whatever order they are delivered', async () => {
    const { order } = await paidOrder();
    const body = eventOf(order.orderId);

    await Promise.all(Array.from({ length: 5 }, () => deliver({ body, eventId: 'event-0000000001' })));
    await deliver({ body: eventOf(order.orderId, 'order.paid') });
    await deliver({ body: eventOf(order.orderId, 'payment.failed') });
    await Promise.all([1, 2, 3].map(() => processWebhooks(dependencies())));

    expect(await WebhookEventModel.countDocuments()).toBe(3);
    expect(await SessionModel.countDocuments()).toBe(1);
    expect(await OutboxModel.countDocuments()).toBe(2);
  });

  it('of orders that we do not know are kept and ignored', async () => {
    await deliver({ body: eventOf('order_00000000000001') });

    await processWebhooks(dependencies());

    expect(await WebhookEventModel.distinct('status')).toEqual(['ignored']);
  });

  it('wait for the gateway when it is away, and are tried again', async () => {
    const { order } = await paidOrder();
    await deliver({ body: eventOf(order.orderId) });
    await world.fault({ fault: '502', method: 'GET' });
    await processWebhooks(dependencies());
    expect(await WebhookEventModel.findOne().lean()).toMatchObject({ status: 'received', attempts: 1 });
    await world.clearFaults();
    world.clock.moveBy(5_000);

    await processWebhooks(dependencies());

    expect(await SessionModel.countDocuments()).toBe(1);
  });

  const body = eventOf('order_00000000000001');
  it.each<[string, Delivery, number]>([
    ['forged', { body, signature: sign(body, 'another secret') }, 400],
    ['without a signature', { body, signature: '' }, 400],
    ['signed in upper case', { body, signature: sign(body).toUpperCase() }, 400],
    ['written anew after signing', { body: `${body} `, signature: sign(body) }, 400],
    ['no JSON', { body: 'payment' }, 400],
    ['no event', { body: '{"event":1}' }, 400],
    ['with a strange id', { body, eventId: 'a b' }, 400],
    ['oversized', { body: ' '.repeat(1_100_000) }, 413],
  ])('are refused when %s', async (_how, delivery, status) => {
    const response = await deliver(delivery);

    expect(response.status).toBe(status);
    expect(errorOf(response).message).not.toBe('');
    expect(await WebhookEventModel.countDocuments()).toBe(0);
  });
});

describe('the reconciler (M10)', () => {
  it('climbs its ladder over an order that nobody pays, and then lets it be', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];
    await world.hold(asha, expert);
    const start = world.clock.now().getTime();
    const rungs: number[] = [];

    for (;;) {
      const { nextCheckAt } = await PaymentModel.findOne().lean().orFail();
      if (!nextCheckAt) break;
      rungs.push((nextCheckAt.getTime() - start) / 60_000);
      world.clock.moveTo(nextCheckAt.toISOString());
      await reconcile(dependencies());
    }

    expect(rungs).toEqual([2, 15, 60, 360, 1440, 2880, 4320, 5760, 7200]);
  });

  it('stops a run while the gateway is away, and works the backlog off afterwards', async () => {
    for (let index = 0; index < 3; index += 1) await paidOrder();
    world.clock.moveBy(2 * 60_000);
    await world.fault({ fault: '429', method: 'GET' });
    expect(await reconcile(dependencies())).toBe(1);
    await world.clearFaults();
    world.clock.moveBy(60_000);

    await reconcile(dependencies());

    expect(await SessionModel.countDocuments()).toBe(3);
  });
});
