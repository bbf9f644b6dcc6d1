import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld } from '../../../test/booking-world.ts';
import { deliver, eventBody } from '../../../test/gateway-events.ts';
import { processWebhooks, reconcile, sendRefunds, WebhookEventModel } from './index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('gateway-pause');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

/** An order that the reconciler wants to look at, and an event about it. */
async function workForTwoJobs() {
  const order = await world.hold(await world.customer(), await world.expert());
  await world.pay(order.orderId);
  world.clock.moveBy(2 * 60_000);
  await deliver(world, {
    body: eventBody('order.paid', { payment: { id: 'pay_00000000000001', order_id: order.orderId } }),
  });
}

describe('a gateway that asks for patience (429)', () => {
  it('is left alone by every job for as long as it says', async () => {
    await workForTwoJobs();
    await world.fault({ fault: '429', retryAfter: 20 });
    expect(await processWebhooks(world)).toBe(1);
    await world.clearFaults();

    world.clock.moveBy(19_000);
    expect(await Promise.all([reconcile(world), processWebhooks(world), sendRefunds(world)])).toEqual([0, 0, 0]);

    world.clock.moveBy(1_000);
    expect(await reconcile(world)).toBe(1);
  });

  it('is asked again after a clock that was ahead was set right', async () => {
    await workForTwoJobs();
    const now = world.clock.now();
    world.clock.moveBy(24 * 60 * 60_000);
    await world.fault({ fault: '429', retryAfter: 20 });
    expect(await reconcile(world)).toBe(1);
    await world.clearFaults();

    world.clock.moveTo(now.toISOString());

    expect(await processWebhooks(world)).toBe(1);
    expect(await WebhookEventModel.distinct('status')).toEqual(['processed']);
  });
});
