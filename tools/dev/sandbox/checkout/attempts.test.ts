import { validatePaymentVerification } from 'razorpay/dist/utils/razorpay-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keys, startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const key = keys.keyId;
const card = (number: string) => ({ kind: 'card', number, expiryMonth: 12, expiryYear: 2030, cvv: '123' });
const upi = (vpa: string) => ({ kind: 'upi', vpa });

const submit = (orderId: string, method: object, more: object = {}) =>
  world.call('POST', '/checkout/payments', { body: { key, orderId, method, ...more } });
const answer = (paymentId: string, given: string) =>
  world.call('POST', `/checkout/payments/${paymentId}/answer`, { body: { key, answer: given } });

const idSchema = z.object({ paymentId: z.string() });

async function atBank(method: object) {
  const order = await world.order();
  const submitted = await submit(order.id, method);
  expect(submitted.body).toMatchObject({ outcome: 'bank' });
  return { orderId: order.id, paymentId: idSchema.parse(submitted.body).paymentId };
}

describe('test cards (Razorpay docs: Test card details)', () => {
  it.each([
    '4111 1111 1111 1111',
    '4100 2800 0000 1007',
    '5500 6700 0000 1002',
    '6527 6589 0000 1005',
    '3608 280009 1007',
    '3402 560004 01007',
    '5555 5555 5555 4444',
    '4012 8888 8888 1881',
  ])('%s pays once the bank’s page says so', async (number) => {
    const { orderId, paymentId } = await atBank(card(number));
    expect(await world.payment(paymentId)).toMatchObject({ status: 'created' });

    const { body } = await answer(paymentId, 'success');

    expect(body).toMatchObject({
      outcome: 'paid',
      response: { razorpay_order_id: orderId, razorpay_payment_id: paymentId },
    });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'captured', method: 'card' });
  });

  it.each([
    ['4100280000090000', 'BAD_REQUEST_ERROR', 'payment_timed_out'],
    ['5305620000050001', 'BAD_REQUEST_ERROR', 'insufficient_fund'],
    ['4100280000070002', 'BAD_REQUEST_ERROR', 'payment_cancelled'],
    ['4100280000050004', 'BAD_REQUEST_ERROR', 'card_declined'],
    ['4100280000030006', 'BAD_REQUEST_ERROR', 'card_disabled_for_online_payments'],
    ['5305620000080008', 'BAD_REQUEST_ERROR', 'card_number_invalid'],
    ['4100280000020007', 'GATEWAY_ERROR', 'gateway_technical_error'],
    ['5305620000070009', 'GATEWAY_ERROR', 'authentication_failed'],
    ['4111111111111111', 'BAD_REQUEST_ERROR', 'payment_failed'],
  ])('%s fails with %s %s', async (number, code, reason) => {
    const { orderId, paymentId } = await atBank(card(number));

    const { body } = await answer(paymentId, 'failure');

    expect(body).toMatchObject({
      outcome: 'failed',
      error: { code, reason, description: expect.any(String), metadata: { order_id: orderId, payment_id: paymentId } },
    });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', error_code: code, error_reason: reason });
  });

  it('takes no other card, so that no real number is ever kept', async () => {
    const order = await world.order();

    expect(await submit(order.id, card('4242 4242 4242 4242'))).toMatchObject({
      status: 400,
      body: { error: { field: 'number' } },
    });
    expect((await world.call('GET', `/v1/orders/${order.id}/payments`)).body).toMatchObject({ count: 0 });
  });

  it('takes no card that has expired, by the sandbox’s clock', async () => {
    const order = await world.order();
    const now = world.clock.now();
    const thisMonth = { expiryMonth: now.getUTCMonth() + 1, expiryYear: now.getUTCFullYear() };

    const expired = await submit(order.id, {
      ...card('4111111111111111'),
      ...thisMonth,
      expiryYear: thisMonth.expiryYear - 1,
    });
    const lastMonth = await submit(order.id, { ...card('4111111111111111'), ...thisMonth });

    expect(expired).toMatchObject({ status: 400, body: { error: { field: 'expiry' } } });
    expect(lastMonth.status).toBe(200);
  });

  it('shows the card where it is asked for', async () => {
    const { paymentId } = await atBank(card('4012888888881881'));

    expect(await world.sdk.payments.fetch(paymentId)).not.toHaveProperty('card');
    expect(await world.sdk.payments.fetch(paymentId, { 'expand[]': 'card' })).toMatchObject({
      international: true,
      card: { last4: '1881', network: 'Visa' },
    });
    expect(await world.sdk.payments.fetchCardDetails(paymentId)).toMatchObject({ entity: 'card', last4: '1881' });
  });
});

describe('UPI and netbanking', () => {
  it('success@razorpay pays with a signature that the SDK accepts', async () => {
    const order = await world.order();

    const { body } = await submit(order.id, upi('success@razorpay'), {
      email: 'customer@example.com',
      notes: { a: 'b' },
    });

    const { response } = z
      .object({ response: z.object({ razorpay_payment_id: z.string(), razorpay_signature: z.string() }) })
      .parse(body);
    const signed = { order_id: order.id, payment_id: response.razorpay_payment_id };
    expect(validatePaymentVerification(signed, response.razorpay_signature, keys.keySecret)).toBe(true);
    expect(await world.payment(response.razorpay_payment_id)).toMatchObject({
      status: 'captured',
      email: 'customer@example.com',
      notes: { a: 'b' },
    });
  });

  it('failure@razorpay fails with the documented text', async () => {
    expect((await submit((await world.order()).id, upi('failure@razorpay'))).body).toMatchObject({
      outcome: 'failed',
      error: { source: 'gateway', step: 'payment_response', reason: 'payment_failed' },
    });
  });

  it('takes no other UPI id', async () => {
    expect(await submit((await world.order()).id, upi('someone@bank'))).toMatchObject({
      status: 400,
      body: { error: { field: 'vpa' } },
    });
  });

  it('netbanking passes the bank’s page', async () => {
    const { paymentId } = await atBank({ kind: 'netbanking', bank: 'HDFC' });

    expect((await answer(paymentId, 'failure')).body).toMatchObject({
      error: { description: 'Payment failed', source: 'bank', step: 'payment_authorization', reason: 'payment_failed' },
    });
    expect(await world.payment(paymentId)).toMatchObject({ bank: 'HDFC', method: 'netbanking' });
  });
});

describe('the bank’s answer', () => {
  it('counts once: pressing again changes nothing', async () => {
    const { paymentId } = await atBank(card('4111111111111111'));
    const [first, ...others] = await Promise.all(
      ['success', 'success', 'failure'].map((given) => answer(paymentId, given)),
    );

    expect(first?.body).toMatchObject({ outcome: 'paid' });
    expect(others.map(({ body }) => body)).toEqual([first?.body, first?.body]);
  });

  it('may be the customer’s own cancelling', async () => {
    const { paymentId } = await atBank(card('4111111111111111'));

    expect((await answer(paymentId, 'cancel')).body).toMatchObject({
      error: {
        description: 'Your payment has been cancelled. Try again or complete the payment later.',
        source: 'customer',
        step: 'payment_authentication',
        reason: 'payment_cancelled',
      },
    });
  });

  it('that does not come within ten minutes counts as a failure, and may still come', async () => {
    const { paymentId } = await atBank(card('4111111111111111'));
    world.clock.moveBy(9 * 60_000);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'created' });

    world.clock.moveBy(60_000);

    expect(await world.payment(paymentId)).toMatchObject({ status: 'failed', error_reason: 'payment_timed_out' });
    await world.control('POST', `/payments/${paymentId}/complete`);
    expect(await world.payment(paymentId)).toMatchObject({ status: 'captured' });
  });
});

describe('refusals before the bank', () => {
  it('of an order that is paid', async () => {
    const order = await world.order();
    await world.pay(order.id);

    expect(await submit(order.id, upi('success@razorpay'))).toMatchObject({
      status: 400,
      body: { error: { reason: 'order_already_paid', description: expect.stringContaining('already paid') } },
    });
  });

  it('of an order whose payment awaits its capture', async () => {
    const order = await world.order({ payment: { capture: 'manual' } });
    await world.pay(order.id, 'authorized');

    expect((await submit(order.id, upi('success@razorpay'))).status).toBe(400);
  });

  it('of an amount that is not the order’s', async () => {
    const order = await world.order();

    expect((await submit(order.id, upi('success@razorpay'), { amount: 1 })).body).toMatchObject({
      error: { reason: 'order_amount_mismatch' },
    });
    expect((await submit(order.id, upi('success@razorpay'), { amount: '150000' })).status).toBe(200);
  });

  it.each([
    ['rzp_test_Another0000001', 400, 'The id provided does not exist'],
    ['nonsense', 401, 'The api key provided is invalid'],
  ])('of the key %s', async (otherKey, status, description) => {
    const order = await world.order();
    const query = new URLSearchParams({ key: otherKey, orderId: order.id }).toString();

    expect(await world.call('GET', `/checkout/order?${query}`)).toMatchObject({
      status,
      body: { error: { description } },
    });
  });
});

describe('files', () => {
  it.each([
    ['/v1/checkout.js', 'javascript'],
    ['/checkout/page.html', 'text/html'],
    ['/checkout/page.js', 'javascript'],
    ['/checkout/page.css', 'text/css'],
  ])('serves %s', async (path, type) => {
    const response = await fetch(world.url + path);

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    await response.text();
  });
});
