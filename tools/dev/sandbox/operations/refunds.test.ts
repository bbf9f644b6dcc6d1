import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../testing/eventually.ts';
import { startWorld, type World } from '../testing/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

async function capturedPayment(): Promise<string> {
  const order = await world.order();
  return (await world.pay(order.id)).razorpay_payment_id;
}

const refund = (paymentId: string, body: object, key?: string) =>
  world.call('POST', `/v1/payments/${paymentId}/refund`, {
    body,
    ...(key === undefined ? {} : { headers: { 'X-Refund-Idempotency': key } }),
  });

describe('refund', () => {
  it('in part keeps the payment captured', async () => {
    const id = await capturedPayment();

    const part = await world.sdk.payments.refund(id, { amount: 50_000, speed: 'optimum', receipt: 'R-31' });

    expect(part).toEqual({
      id: expect.stringMatching(/^rfnd_[A-Za-z0-9]{14}$/),
      entity: 'refund',
      amount: 50_000,
      currency: 'INR',
      payment_id: id,
      notes: [],
      receipt: 'R-31',
      acquirer_data: { arn: null },
      created_at: Math.floor(world.clock.now().getTime() / 1000),
      batch_id: null,
      status: 'processed',
      speed_processed: 'normal',
      speed_requested: 'optimum',
    });
    expect(await world.payment(id)).toMatchObject({
      status: 'captured',
      refund_status: 'partial',
      amount_refunded: 50_000,
      fee: 3540,
    });
  });

  it('without an amount returns what is left, and then the payment is refunded; the order stays paid', async () => {
    const id = await capturedPayment();
    await refund(id, { amount: 50_000 });

    const rest = await refund(id, {});

    expect(rest.body).toMatchObject({ amount: 100_000 });
    const payment = await world.payment(id);
    expect(payment).toMatchObject({ status: 'refunded', refund_status: 'full', captured: true });
    expect((await world.state()).orders.find((order) => order.id === payment['order_id'])).toMatchObject({
      status: 'paid',
    });
  });

  it.each([
    ['an amount of nothing', { amount: 0 }, 'Amount cannot be blank.'],
    ['less than a rupee', { amount: 99 }, 'The amount must be at least INR 1.00.'],
    ['a fraction', { amount: 100.5 }, 'The amount must be an integer.'],
    ['more than was captured', { amount: 150_001 }, 'The refund amount provided is greater than amount captured.'],
    ['a note of 513 characters', { notes: { k: 'v'.repeat(513) } }, 'Notes validation failed.'],
    ['an unknown field', { colour: 'blue' }, 'colour is/are not required and should not be sent'],
  ])('refuses %s', async (_case, body, description) => {
    expect(await refund(await capturedPayment(), body)).toMatchObject({
      status: 400,
      body: { error: { code: 'BAD_REQUEST_ERROR', description } },
    });
  });

  it('refuses a payment that is refunded, not captured, too old or unknown', async () => {
    const refunded = await capturedPayment();
    await refund(refunded, {});
    const failed = (await world.pay((await world.order()).id, 'failed')).razorpay_payment_id;
    const old = await capturedPayment();
    world.clock.moveBy(184 * 86_400_000);

    const descriptions = await Promise.all(
      [refunded, failed, old, 'pay_00000000000000'].map(async (id) => (await refund(id, {})).body),
    );

    expect(descriptions).toMatchObject(
      [
        'The payment has been fully refunded already.',
        'The payment status should be captured for action to be taken.',
        'Refund is not supported by the bank because the payment is more than 6 months old',
        'The id provided does not exist',
      ].map((description) => ({ error: { description } })),
    );
  });

  it('refuses a receipt that another refund of the payment has', async () => {
    const id = await capturedPayment();
    await refund(id, { amount: 100, receipt: 'R-1' });

    expect(await refund(id, { amount: 100, receipt: 'R-1' })).toMatchObject({
      status: 400,
      body: { error: { description: 'Duplicate receipt found for this refund request.' } },
    });
    expect((await refund(await capturedPayment(), { amount: 100, receipt: 'R-1' })).status).toBe(200);
  });
});

describe('X-Refund-Idempotency', () => {
  it('gives the same refund for the same key and body', async () => {
    const id = await capturedPayment();

    const first = await refund(id, { amount: 500 }, 'refund-key-1');
    const second = await refund(id, { amount: 500 }, 'refund-key-1');

    expect(second.body).toEqual(first.body);
    expect(await world.payment(id)).toMatchObject({ amount_refunded: 500 });
  });

  it('refuses the same key with another body, or for another payment', async () => {
    const id = await capturedPayment();
    await refund(id, { amount: 500 }, 'refund-key-2');

    const answers = [
      await refund(id, { amount: 600 }, 'refund-key-2'),
      await refund(await capturedPayment(), { amount: 500 }, 'refund-key-2'),
    ];

    const description = 'Different request with the same idempotency key has already been processed.';
    expect(answers).toMatchObject([
      { status: 409, body: { error: { description, reason: 'NA' } } },
      { status: 409, body: { error: { description } } },
    ]);
  });

  it.each([
    ['short-key', 'The idempotency key must be at least 10 characters long.'],
    ['with spaces in it', 'The idempotency key must only contain alphanumeric characters, underscores, and hyphens'],
  ])('refuses the key "%s"', async (key, description) => {
    expect(await refund(await capturedPayment(), {}, key)).toMatchObject({
      status: 400,
      body: { error: { description } },
    });
  });

  it('does not remember a key whose request was refused', async () => {
    const id = await capturedPayment();
    await refund(id, { amount: 1 }, 'refund-key-3');

    expect((await refund(id, { amount: 500 }, 'refund-key-3')).status).toBe(200);
  });

  it('refuses a key that is in flight, and another refund of the payment meanwhile', async () => {
    const id = await capturedPayment();
    await world.control('POST', '/faults', {
      api: [{ fault: 'delay', ms: 1000, count: 1, path: '/v1/payments/*/refund' }],
    });
    const first = refund(id, { amount: 500 }, 'refund-key-4');
    await eventually(() => world.control('GET', '/faults')).toMatchObject({ body: { api: [] } });

    expect(await refund(id, { amount: 500 }, 'refund-key-4')).toMatchObject({
      status: 409,
      body: { error: { description: 'Another request with the same idempotency key is still in progress.' } },
    });
    expect(await refund(id, { amount: 500 })).toMatchObject({
      status: 400,
      body: { error: { description: 'Request failed because another payment operation is in progress.' } },
    });
    expect((await first).status).toBe(200);
    expect((await refund(id, { amount: 500 }, 'refund-key-4')).body).toEqual((await first).body);
  });

  it('without a key a repeated refund refunds twice', async () => {
    const id = await capturedPayment();

    await refund(id, { amount: 500 });
    await refund(id, { amount: 500 });

    expect(await world.payment(id)).toMatchObject({ amount_refunded: 1000 });
  });
});

describe('pending refunds', () => {
  async function pendingRefund() {
    const id = await capturedPayment();
    await world.control('POST', '/faults', { refunds: 'pending' });
    const pending = await world.sdk.payments.refund(id, {});
    await world.control('DELETE', '/faults');
    return { id, pending };
  }

  it('end as processed', async () => {
    const { pending } = await pendingRefund();
    expect(pending.status).toBe('pending');

    await world.control('POST', `/refunds/${pending.id}/complete`, { outcome: 'processed' });

    expect(await world.sdk.refunds.fetch(pending.id)).toMatchObject({ status: 'processed' });
    expect(await world.control('POST', `/refunds/${pending.id}/complete`, { outcome: 'failed' })).toMatchObject({
      status: 400,
    });
  });

  it('or as failed: then the money can be refunded again', async () => {
    const { id, pending } = await pendingRefund();
    expect(await world.payment(id)).toMatchObject({ status: 'refunded' });

    await world.control('POST', `/refunds/${pending.id}/complete`, { outcome: 'failed' });

    expect(await world.payment(id)).toMatchObject({ status: 'captured', amount_refunded: 0, refund_status: null });
    expect((await refund(id, {})).status).toBe(200);
  });
});

describe('read and edit', () => {
  it('finds refunds by id, by payment and in the list', async () => {
    const id = await capturedPayment();
    const { id: refundId } = await world.sdk.payments.refund(id, { amount: 500 });
    const other = await capturedPayment();

    expect(await world.sdk.refunds.fetch(refundId)).toMatchObject({ id: refundId });
    expect(await world.sdk.payments.fetchRefund(id, refundId)).toMatchObject({ id: refundId });
    expect(await world.sdk.payments.fetchMultipleRefund(id)).toMatchObject({ count: 1, items: [{ id: refundId }] });
    expect(await world.sdk.refunds.all({ count: 1 })).toMatchObject({ items: [{ id: refundId }] });
    expect((await world.call('GET', `/v1/payments/${other}/refunds/${refundId}`)).status).toBe(400);
  });

  it('changes notes only', async () => {
    const { id } = await world.sdk.payments.refund(await capturedPayment(), {});

    await world.sdk.refunds.edit(id, { notes: { why: 'asked' } });

    expect(await world.sdk.refunds.fetch(id)).toMatchObject({ notes: { why: 'asked' } });
  });
});
