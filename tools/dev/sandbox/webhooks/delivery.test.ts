import { validateWebhookSignature } from 'razorpay/dist/utils/razorpay-utils.js';
import { afterEach, describe, expect, it } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { startReceiver } from '../testing/receiver.ts';
import { keys, startWorld } from '../testing/world.ts';

type Closable = { close(): Promise<void> };
const opened: Closable[] = [];
afterEach(async () => {
  for (const part of opened.splice(0)) await part.close();
});

/** A sandbox that reports to a receiver, with the retry ladder compressed to nothing unless told otherwise. */
async function connected({
  answer,
  ...options
}: Parameters<typeof startWorld>[0] & { answer?: Parameters<typeof startReceiver>[0] } = {}) {
  const receiver = await startReceiver(answer);
  const world = await startWorld({ webhookUrl: receiver.url, webhookLadderScale: 0, ...options });
  opened.push(world, receiver);
  return { world, receiver };
}

const threeEvents = ['payment.authorized', 'payment.captured', 'order.paid'];

describe('webhook', () => {
  it('is signed over the bytes that are sent, with the headers of the real ones', async () => {
    const { world, receiver } = await connected();
    const order = await world.order();
    await world.pay(order.id);
    await eventually(receiver.events).toEqual(threeEvents);

    for (const { headers, body } of receiver.received) {
      const signature = String(headers['x-razorpay-signature']);
      expect(validateWebhookSignature(body, signature, keys.webhookSecret)).toBe(true);
      expect(headers).toMatchObject({
        'user-agent': 'Razorpay-Webhook/v1',
        'content-type': 'application/json',
        'x-razorpay-event-id': expect.stringMatching(/^[A-Za-z0-9]{14}$/),
        'request-id': headers['x-razorpay-event-id'],
      });
    }
  });

  it('carries the envelope, and each entity as it was at the event', async () => {
    const { world, receiver } = await connected();
    const order = await world.order();
    const { razorpay_payment_id: id } = await world.pay(order.id);
    await eventually(receiver.events).toEqual(threeEvents);

    const [authorized, captured, paid] = receiver.received.map(({ body }): unknown => JSON.parse(body));

    expect(authorized).toMatchObject({
      entity: 'event',
      account_id: expect.stringMatching(/^acc_[A-Za-z0-9]{14}$/),
      event: 'payment.authorized',
      contains: ['payment'],
      payload: { payment: { entity: { id, status: 'authorized', captured: false, fee: null } } },
      created_at: Math.floor(world.clock.now().getTime() / 1000),
    });
    expect(captured).toMatchObject({ payload: { payment: { entity: { id, status: 'captured', fee: 3540 } } } });
    expect(paid).toMatchObject({
      contains: ['payment', 'order'],
      payload: { payment: { entity: { id } }, order: { entity: { id: order.id, status: 'paid', amount_due: 0 } } },
    });
  });

  it('of a refund contains refund and payment', async () => {
    const { world, receiver } = await connected();
    const { razorpay_payment_id: id } = await world.pay((await world.order()).id);
    await eventually(receiver.events).toEqual(threeEvents);
    await world.sdk.payments.refund(id, { amount: 500 });
    await eventually(receiver.events).toEqual([...threeEvents, 'refund.created', 'refund.processed']);

    expect(JSON.parse(receiver.received.at(-1)?.body ?? '')).toMatchObject({
      contains: ['refund', 'payment'],
      payload: { refund: { entity: { amount: 500 } }, payment: { entity: { amount_refunded: 500 } } },
    });
  });
});

describe('delivery', () => {
  it.each([500, 404, 302])('is repeated after %i, with the same id and bytes', async (status) => {
    const { world, receiver } = await connected({ answer: (attempt) => (attempt < 3 ? status : 200) });
    await world.pay((await world.order()).id, 'failed');
    await eventually(async () => (await world.state()).webhooks).toMatchObject([{ status: 'delivered', attempts: 3 }]);

    const [first, second, third] = receiver.received;
    expect(receiver.received).toHaveLength(3);
    expect(second?.body).toBe(first?.body);
    expect(third?.headers['x-razorpay-event-id']).toBe(first?.headers['x-razorpay-event-id']);
  });

  it('is given up after 16 attempts', async () => {
    const { world, receiver } = await connected({ answer: () => 500 });
    const { id } = await world.order({ payment: { capture: 'manual' } });
    await world.pay(id, 'authorized');

    await eventually(async () => (await world.state()).webhooks).toMatchObject([{ status: 'exhausted', attempts: 16 }]);
    expect(receiver.received).toHaveLength(16);
  });

  it('fails when the receiver does not answer in time', async () => {
    const { world, receiver } = await connected({
      answer: (attempt) => (attempt === 1 ? 'never' : 200),
      webhookTimeoutMs: 500,
    });
    await world.pay((await world.order()).id, 'failed');

    await eventually(async () => (await world.state()).webhooks).toMatchObject([{ status: 'delivered', attempts: 2 }]);
    expect(receiver.received).toHaveLength(2);
  });

  it('waits for its time, which comes at once when the clock is moved on', async () => {
    const { world, receiver } = await connected({
      answer: (attempt) => (attempt < 2 ? 500 : 200),
      webhookLadderScale: 1,
    });
    await world.pay((await world.order()).id, 'failed');
    await eventually(async () => (await world.state()).webhooks).toMatchObject([{ status: 'pending', attempts: 1 }]);

    world.clock.moveBy(5800);

    await eventually(receiver.events).toEqual(['payment.failed', 'payment.failed']);
  });

  it('is only recorded where no address is known', async () => {
    const world = await startWorld();
    opened.push(world);
    await world.pay((await world.order()).id, 'failed');

    expect((await world.state()).webhooks).toMatchObject([{ event: 'payment.failed', status: 'dropped', attempts: 0 }]);
  });
});

describe('switches', () => {
  it('duplicated: each event comes twice under one id', async () => {
    const { world, receiver } = await connected();
    await world.control('POST', '/faults', { webhooks: { duplicated: true } });
    await world.pay((await world.order()).id);

    await eventually(receiver.events).toEqual(threeEvents.flatMap((event) => [event, event]));
    expect(new Set(receiver.received.map(({ headers }) => headers['x-razorpay-event-id'])).size).toBe(3);
  });

  it('dropped: nothing comes, also not later', async () => {
    const { world, receiver } = await connected();
    await world.control('POST', '/faults', { webhooks: { dropped: true } });
    await world.pay((await world.order()).id);
    await world.control('DELETE', '/faults');
    await world.pay((await world.order()).id, 'failed');

    await eventually(receiver.events).toEqual(['payment.failed']);
    expect((await world.state()).webhooks.filter(({ status }) => status === 'dropped')).toHaveLength(3);
  });

  it('reordered: the last event comes first', async () => {
    const { world, receiver } = await connected();
    await world.control('POST', '/faults', { webhooks: { reordered: true } });
    await world.pay((await world.order()).id);

    await eventually(receiver.events).toEqual(threeEvents.toReversed());
  });

  it('delayed: what happens later overtakes', async () => {
    const { world, receiver } = await connected();
    await world.control('POST', '/faults', { webhooks: { delayed: 1000 } });
    await world.pay((await world.order()).id, 'failed');
    await world.control('DELETE', '/faults');
    await world.pay((await world.order()).id);

    await eventually(receiver.events).toEqual([...threeEvents, 'payment.failed']);
  });
});
