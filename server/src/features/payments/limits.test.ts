import { limits } from '@serene/shared/contracts';
import { createServer, type Server } from 'node:http';
import request from 'supertest';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../test/booking-world.ts';
import { useUp } from '../../../test/full-windows.ts';
import { createApp } from '../../app.ts';
import { RateCountModel } from '../../http/use-count-model.ts';
import { SessionModel } from '../sessions/index.ts';

let world: BookingWorld;
let limited: Server;
beforeAll(async () => {
  world = await BookingWorld.open('payment-limits');
  const { clock, gateways, logger } = world;
  const config = { ...world.config, RATE_LIMITS: 'on' as const };
  limited = createServer(createApp({ clock, gateways, logger, config })).listen(0, '127.0.0.1');
});
afterAll(async () => {
  limited.close();
  await world.close();
});
beforeEach(() => world.reset());

const report = {
  razorpay_order_id: 'order_00000000000000',
  razorpay_payment_id: 'pay_00000000000000',
  razorpay_signature: '0'.repeat(64),
};

describe('what asks the gateway', () => {
  it('is limited for each person, so that nobody uses up its patience for all', async () => {
    // Ahead of the database's own clock, which removes the windows that are over.
    world.clock.moveTo('2100-01-01T00:00:00Z');
    const [asha, ravi] = [await world.customer(), await world.customer('Ravi Rao')];
    const verify = (person: { token: string }) =>
      request(limited).post('/api/v1/payments/verify').set('Authorization', `Bearer ${person.token}`).send(report);

    expect((await verify(asha)).status).toBe(404);
    await RateCountModel.updateMany({ _id: { $regex: '^settle:person:' } }, { uses: limits.settle.person.uses });

    expect(errorOf(await verify(asha)).code).toBe('TOO_MANY_REQUESTS');
    expect((await verify(ravi)).status).toBe(404);
  });

  it('is limited for the gateway’s form as well, which leads to the page of the order and not to an error in JSON', async () => {
    const { orderId, paymentId } = await world.hold(await world.customer(), await world.expert());
    const form = await world.pay(orderId);
    await useUp('callback', { network: '127.0.0.1' }, world.clock.now());

    const response = await request(limited).post('/api/v1/payments/callback').type('form').send(form);

    expect(response.status).toBe(303);
    expect(new URL(response.headers['location'] ?? '').search).toBe(
      `?error=payment_pending&paymentId=${paymentId}&orderId=${orderId}`,
    );
    expect(await SessionModel.countDocuments()).toBe(0);
  });
});
