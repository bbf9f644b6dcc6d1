import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BookingWorld, errorOf } from '../../../../test/booking-world.ts';

let world: BookingWorld;
beforeAll(async () => {
  world = await BookingWorld.open('older-pages');
});
afterAll(() => world.close());
beforeEach(() => world.reset());

describe('an order, for a page', () => {
  it('names its checkout, and the same as pages of the release before read it: the API is rolled out first', async () => {
    const [asha, expert] = [await world.customer(), await world.expert()];

    const { body } = await world.createOrder(asha, world.orderBody(expert));

    const { key, script, page } = body.checkout;
    expect(body.checkout).toMatchObject({ kind: 'popup', id: body.orderId });
    expect(body).toMatchObject({ keyId: key, checkoutUrl: script, hostedCheckoutUrl: page });
    const status = await world.get(`/payments/orders/${body.paymentId}`, asha);
    expect(status.body.order).toMatchObject({ checkout: body.checkout, keyId: key, checkoutUrl: script });
  });

  it('is found by our id of its payment, and by the gateway’s that older addresses have; by its customer alone', async () => {
    const [asha, ravi, expert] = [await world.customer(), await world.customer('Ravi Rao'), await world.expert()];
    const { orderId, paymentId } = await world.hold(asha, expert);

    for (const reference of [paymentId, orderId]) {
      const own = await world.get(`/payments/orders/${reference}`, asha);
      expect(own.body.order.paymentId).toBe(paymentId);
      const foreign = await world.get(`/payments/orders/${reference}`, ravi);
      expect([foreign.status, errorOf(foreign).code]).toEqual([404, 'NOT_FOUND']);
    }
  });

  it.each(['0'.repeat(24), 'order_00000000000000', '$ne', 'a%20b', 'x'.repeat(200)])(
    'is not found by %s',
    async (reference) => {
      const response = await world.get(`/payments/orders/${reference}`, await world.customer());

      expect(response.status).toBe(404);
    },
  );
});
