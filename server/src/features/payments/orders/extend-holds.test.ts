import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gatewaysOf } from '../../../gateways/payment/registry.ts';
import { BookingWorld } from '../../../../test/booking-world.ts';
import type { GatewayAttempt, PaymentGateway } from '../../../gateways/payment/port.ts';
import { ClaimModel } from '../../claims/index.ts';
import { SessionModel } from '../../sessions/index.ts';
import { extendHolds, sweepHolds } from '../index.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('extend-holds');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

const minute = 60_000;

/** The gateway while the customer looks at their bank's app: an attempt that has no outcome yet. */
function gatewayWithAttempt(orderId: string, status: GatewayAttempt['status']): PaymentGateway {
  const attempt: GatewayAttempt = {
    provider: 'razorpay',
    id: 'pay_00000000000001',
    checkoutId: orderId,
    amountMinor: 150_000,
    currency: 'INR',
    status,
    refundedMinor: 0,
    feeMinor: null,
    taxMinor: null,
    method: 'upi',
    failureReason: null,
  };
  return { ...world.gateway, fetchAttempts: () => Promise.resolve([attempt]) };
}

async function holdAboutToEnd() {
  const [asha, expert] = [await world.customer(), await world.expert()];
  const order = await world.hold(asha, expert);
  world.clock.moveBy(10 * minute - 5_000);
  return order;
}

const extend = (gateway: PaymentGateway) =>
  extendHolds({ clock: world.clock, gateways: gatewaysOf(gateway), logger: world.logger });

describe('a hold that is about to end (O4)', () => {
  it('gets ten more minutes, once, while a payment is on its way', async () => {
    const { orderId } = await holdAboutToEnd();
    const gateway = gatewayWithAttempt(orderId, 'created');

    expect(await extend(gateway)).toBe(1);
    expect((await ClaimModel.findOne().lean().orFail()).expiresAt).toEqual(new Date('2026-01-12T06:20:00Z'));

    world.clock.moveBy(10 * minute);
    expect(await extend(gateway)).toBe(0);
    world.clock.moveBy(minute);
    expect(await sweepHolds(world)).toBe(1);
  });

  it('ends as planned when nobody is paying, or the last attempt failed', async () => {
    const { orderId } = await holdAboutToEnd();

    expect(await extend(world.gateway)).toBe(0);
    expect(await extend(gatewayWithAttempt(orderId, 'failed'))).toBe(0);
  });

  it('ends as planned when the gateway cannot be asked', async () => {
    await holdAboutToEnd();
    await world.fault({ fault: '502', method: 'GET' });

    expect(await extend(world.gateway)).toBe(0);
  });

  it('is settled instead when the money has arrived', async () => {
    const { orderId } = await holdAboutToEnd();
    await world.pay(orderId);

    expect(await extend(world.gateway)).toBe(0);

    expect(await SessionModel.countDocuments()).toBe(1);
  });
});
