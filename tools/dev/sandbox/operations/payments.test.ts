import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const minutes = (count: number) => count * 60_000;
const days = (count: number) => minutes(count * 24 * 60);

const manual = { payment: { capture: 'manual', capture_options: { manual_expiry_period: 60 } } };
const automatic = {
  payment: { capture: 'automatic', capture_options: { automatic_expiry_period: 12, manual_expiry_period: 60 } },
};

const fetchOrder = async (id: string) => (await world.call('GET', `/v1/orders/${id}`)).body;
const capture = (id: string, body: object) => world.call('POST', `/v1/payments/${id}/capture`, { body });
const complete = (id: string, body = {}) => world.control('POST', `/payments/${id}/complete`, body);

async function eventsOf(paymentId: string): Promise<string[]> {
  const { webhooks } = await world.state();
  return webhooks.filter((webhook) => JSON.stringify(webhook).includes(paymentId)).map(({ event }) => event);
}

/** Pays a new order and tells how both stand, with the events it caused. */
async function paid(outcome: string, orderBody: object = {}) {
  const order = await world.order(orderBody);
  const { razorpay_payment_id: id } = await world.pay(order.id, outcome);
  return { id, orderId: order.id, payment: await world.payment(id), order: await fetchOrder(order.id) };
}

describe('order x payment transitions', () => {
  it('bank refuses: payment failed, order attempted', async () => {
    const { id, payment, order } = await paid('failed');

    expect(payment).toMatchObject({
      status: 'failed',
      captured: false,
      fee: null,
      tax: null,
      error_code: 'BAD_REQUEST_ERROR',
      error_description: expect.stringContaining('temporary issue'),
      error_source: 'gateway',
      error_step: 'payment_response',
      error_reason: 'payment_failed',
    });
    expect(order).toMatchObject({ status: 'attempted', attempts: 1, amount_due: 150_000 });
    expect(await eventsOf(id)).toEqual(['payment.failed']);
  });

  it('bank approves with automatic capture: captured with fee and tax, order paid', async () => {
    const { id, payment, order } = await paid('captured');

    expect(payment).toMatchObject({
      entity: 'payment',
      status: 'captured',
      captured: true,
      amount: 150_000,
      fee: 3540,
      tax: 540,
      method: 'upi',
      vpa: 'success@razorpay',
      refund_status: null,
      error_code: null,
    });
    expect(order).toMatchObject({ status: 'paid', attempts: 1, amount_paid: 150_000, amount_due: 0 });
    expect(await eventsOf(id)).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
  });

  it('bank approves with manual capture: authorised, order attempted; capture then pays the order', async () => {
    const { id, orderId, payment, order } = await paid('authorized', manual);
    expect(payment).toMatchObject({ status: 'authorized', captured: false, fee: null, tax: null });
    expect(order).toMatchObject({ status: 'attempted', amount_paid: 0 });

    const captured = await world.sdk.payments.capture(id, 150_000, 'INR');

    expect(captured).toMatchObject({ id, status: 'captured', captured: true, fee: 3540 });
    expect(await fetchOrder(orderId)).toMatchObject({ status: 'paid', attempts: 1, amount_paid: 150_000 });
    expect(await eventsOf(id)).toEqual(['payment.authorized', 'payment.captured', 'order.paid']);
  });

  it('a failed attempt, then a good one on the same order: paid after two attempts', async () => {
    const { orderId } = await paid('failed');

    await world.pay(orderId);

    expect(await fetchOrder(orderId)).toMatchObject({ status: 'paid', attempts: 2 });
  });

  it('a second success on a paid order: returned at once, never captured, order stays paid', async () => {
    const { orderId } = await paid('captured');

    const { razorpay_payment_id: second } = await world.pay(orderId);

    expect(await world.payment(second)).toMatchObject({
      status: 'refunded',
      captured: false,
      fee: null,
      amount_refunded: 150_000,
      refund_status: 'full',
    });
    expect(await fetchOrder(orderId)).toMatchObject({ status: 'paid', attempts: 2, amount_paid: 150_000 });
    expect(await eventsOf(second)).toEqual(['payment.authorized', 'refund.created', 'refund.processed']);
  });
});

describe('late authorisation', () => {
  it('a payment that timed out may succeed after all, without counting as another attempt', async () => {
    const { id, orderId, payment } = await paid('late');
    expect(payment).toMatchObject({ status: 'failed', error_reason: 'payment_timed_out' });

    expect(await complete(id)).toMatchObject({
      status: 200,
      body: { razorpay_payment_id: id, razorpay_order_id: orderId },
    });

    expect(await world.payment(id)).toMatchObject({ status: 'captured', late_authorized: true, error_reason: null });
    expect(await fetchOrder(orderId)).toMatchObject({ status: 'paid', attempts: 1 });
    expect(await eventsOf(id)).toEqual(['payment.failed', 'payment.authorized', 'payment.captured', 'order.paid']);
  });

  it('on an order that was paid meanwhile it is returned', async () => {
    const { id, orderId } = await paid('late');
    await world.pay(orderId);

    await complete(id);

    expect(await world.payment(id)).toMatchObject({ status: 'refunded', captured: false });
  });

  it('after the automatic window it is only authorised, and can be captured by hand', async () => {
    const { id } = await paid('late', automatic);
    world.clock.moveBy(minutes(13));

    await complete(id);

    expect(await world.payment(id)).toMatchObject({ status: 'authorized' });
    expect(await capture(id, { amount: 150_000, currency: 'INR' })).toMatchObject({ body: { status: 'captured' } });
  });

  it('happens once: a captured payment cannot be completed again', async () => {
    const { id } = await paid('captured');

    expect(await complete(id)).toMatchObject({ status: 400 });
    expect(await complete('pay_00000000000000')).toMatchObject({ status: 400 });
  });
});

describe('time', () => {
  it('an authorised payment that nobody captures goes back when its window ends; the order stays attempted', async () => {
    const { id, orderId } = await paid('authorized', manual);
    world.clock.moveBy(minutes(60));
    expect(await world.payment(id)).toMatchObject({ status: 'authorized' });

    world.clock.moveBy(minutes(1));

    expect(await world.payment(id)).toMatchObject({ status: 'refunded', captured: false, refund_status: 'full' });
    expect(await fetchOrder(orderId)).toMatchObject({ status: 'attempted', amount_paid: 0 });
    expect(await eventsOf(id)).toEqual(['payment.authorized', 'refund.created', 'refund.processed']);
  });

  it('without capture settings the window is three days', async () => {
    const { id } = await paid('authorized');

    world.clock.moveBy(days(3));
    expect(await world.payment(id)).toMatchObject({ status: 'authorized' });
    world.clock.moveBy(minutes(1));

    expect(await world.payment(id)).toMatchObject({ status: 'refunded' });
  });
});

describe('capture', () => {
  it.each([
    [{ amount: 149_999, currency: 'INR' }, 'Capture amount must be equal to the amount authorized'],
    [{ amount: 150_000, currency: 'USD' }, 'Capture amount must be equal to the amount authorized'],
    [{ amount: 1.5, currency: 'INR' }, 'The amount must be an integer.'],
    [{ amount: 150_000, colour: 'blue' }, 'colour is/are not required and should not be sent'],
  ])('refuses %o', async (body, description) => {
    const { id } = await paid('authorized', manual);

    expect(await capture(id, body)).toMatchObject({ status: 400, body: { error: { description } } });
    expect(await world.payment(id)).toMatchObject({ status: 'authorized' });
  });

  it('refuses a captured payment with code and description alone', async () => {
    const { id } = await paid('captured');

    expect((await capture(id, { amount: 150_000, currency: 'INR' })).body).toEqual({
      error: { code: 'BAD_REQUEST_ERROR', description: 'This payment has already been captured' },
    });
  });

  it('refuses a failed payment and an unknown one', async () => {
    const { id } = await paid('failed');

    expect((await capture(id, { amount: 150_000 })).status).toBe(400);
    expect(await capture('pay_00000000000000', { amount: 150_000 })).toMatchObject({
      status: 400,
      body: { error: { description: 'The id provided does not exist' } },
    });
  });

  it('refuses the second of two authorised payments of one order', async () => {
    const order = await world.order(manual);
    const first = await world.pay(order.id, 'authorized');
    const second = await world.pay(order.id, 'authorized');
    await capture(first.razorpay_payment_id, { amount: 150_000 });

    expect(await capture(second.razorpay_payment_id, { amount: 150_000 })).toMatchObject({
      status: 400,
      body: { error: { reason: 'order_already_paid', description: expect.stringContaining('already paid') } },
    });
  });

  it('refuses a second capture while the first is under way', async () => {
    const { id } = await paid('authorized', manual);
    await world.control('POST', '/faults', {
      api: [{ fault: 'delay', ms: 500, count: 1, path: '/v1/payments/*/capture' }],
    });

    const answers = await Promise.all([capture(id, { amount: 150_000 }), capture(id, { amount: 150_000 })]);

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.find(({ status }) => status === 400)?.body).toMatchObject({
      error: { description: 'Request failed because another payment operation is in progress.' },
    });
  });
});

describe('read and edit', () => {
  it('lists newest first, and behind the truth when told to lag', async () => {
    const { id } = await paid('captured');
    expect((await world.sdk.payments.all({ count: 1 })).items).toMatchObject([{ id }]);

    await world.control('POST', '/faults', { listLagSeconds: 60 });

    expect(JSON.stringify(await world.sdk.payments.all())).not.toContain(id);
    expect(await world.sdk.payments.fetch(id)).toMatchObject({ id });
    await world.control('DELETE', '/faults');
  });

  it('changes notes only', async () => {
    const { id } = await paid('captured');

    await world.sdk.payments.edit(id, { notes: { seen: 'yes' } });

    expect(await world.payment(id)).toMatchObject({ notes: { seen: 'yes' }, status: 'captured' });
  });
});
