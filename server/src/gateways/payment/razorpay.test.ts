import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestClock } from '../../../test/test-clock.ts';
import { startSandbox, type RunningSandbox } from '../../../dev/sandbox/index.ts';
import type { GatewayOrder, GatewayPayment } from './port.ts';
import { createRazorpayGateway } from './razorpay.ts';

const keys = { keyId: 'rzp_test_sandbox', keySecret: 'sandbox_key_secret_01' };
const clock = createTestClock();

let sandbox: RunningSandbox;
let receipts = 0;
const newReceipt = () => `receipt-${(receipts += 1)}`;
const newKey = () => `refund-${newReceipt()}-1`;

beforeAll(async () => {
  sandbox = await startSandbox({ ...keys, port: 0, webhookSecret: 'hook', clock });
});
beforeEach(() => send('DELETE', '/faults'));
afterAll(() => sandbox.close());

const connect = (overrides: Partial<Parameters<typeof createRazorpayGateway>[0]> = {}) =>
  createRazorpayGateway({ ...keys, webhookSecrets: ['hook'], baseUrl: sandbox.url, ...overrides });

async function send(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${sandbox.url}/_sandbox${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

const paidSchema = z.object({
  razorpay_order_id: z.string(),
  razorpay_payment_id: z.string(),
  razorpay_signature: z.string(),
});
type Outcome = 'captured' | 'failed' | 'authorized' | 'late';
const pay = async (order: GatewayOrder, outcome: Outcome = 'captured') =>
  paidSchema.parse(await send('POST', `/orders/${order.id}/pay`, { outcome }));

const openOrder = (receipt = newReceipt(), gateway = connect()) =>
  gateway.createOrder({ receipt, amountMinor: 150_000, currency: 'INR', notes: { expertId: 'e1' } });

async function paidPayment(outcome: Outcome = 'captured'): Promise<GatewayPayment> {
  const paid = await pay(await openOrder(), outcome);
  return connect().fetchPayment(paid.razorpay_payment_id);
}

const unavailable = { name: 'AppError', code: 'GATEWAY_UNAVAILABLE' };
const unknown = { name: 'AppError', code: 'NOT_FOUND' };

describe('order', () => {
  it('is created once for each receipt, however often it is asked for (O1)', async () => {
    const order = await openOrder('payment-1');

    expect(order).toMatchObject({ amountMinor: 150_000, currency: 'INR', status: 'created', receipt: 'payment-1' });
    expect(await openOrder('payment-1')).toEqual(order);
    expect(await connect().fetchOrder(order.id)).toEqual(order);
  });

  it('is not accepted with another amount than was asked for', async () => {
    const { receipt } = await openOrder();

    const again = connect().createOrder({ receipt: receipt ?? '', amountMinor: 999, currency: 'INR', notes: {} });

    await expect(again).rejects.toMatchObject(unavailable);
  });

  it.each([
    ['below the least amount', 99, 'INR', 'amount_less_than_minimum_amount'],
    ['below one dinar', 990, 'KWD', 'amount_less_than_minimum_amount'],
    ['with a third decimal', 7_505, 'BHD', 'input_validation_failed'],
    ['above the most', 3_000_000_000, 'INR', 'input_validation_failed'],
    ['of no currency', 5_000, 'XX', 'input_validation_failed'],
  ])('%s is refused for good, which is no outage', async (_what, amountMinor, currency, reason) => {
    const refused = connect().createOrder({ receipt: newReceipt(), amountMinor, currency, notes: {} });

    await expect(refused).rejects.toMatchObject({
      code: 'PAYMENT_REFUSED',
      cause: { message: expect.stringContaining(reason) },
    });
  });

  it('is refused for good with a key that is none; too many requests, garbage and silence are no answer', async () => {
    const order = { amountMinor: 5_000, currency: 'INR', notes: {} };
    const locked = connect({ keySecret: 'another' }).createOrder({ ...order, receipt: newReceipt() });
    await expect(locked).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' });

    for (const fault of ['429', '502', 'reset', 'truncated']) {
      await send('DELETE', '/faults');
      await send('POST', '/faults', { api: [{ fault }] });
      await expect(connect().createOrder({ ...order, receipt: newReceipt() })).rejects.toMatchObject(unavailable);
    }
  });

  it('shows every attempt, failed ones included', async () => {
    const order = await openOrder();
    await pay(order, 'failed');
    await pay(order);

    const attempts = await connect().fetchOrderPayments(order.id);

    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['captured', 'failed']);
    expect(attempts.find(({ status }) => status === 'failed')?.failureReason).toMatch(/unsuccessful/);
    expect((await connect().fetchOrder(order.id)).status).toBe('paid');
  });
});

describe('unknown ids', () => {
  it('are not found', async () => {
    await expect(connect().fetchPayment('pay_00000000000000')).rejects.toMatchObject(unknown);
    await expect(connect().fetchOrder('order_00000000000000')).rejects.toMatchObject(unknown);
    await expect(connect().fetchRefunds('pay_00000000000000')).rejects.toMatchObject(unknown);
  });

  it('never become a path: another shape is not found without asking', async () => {
    const { id } = await paidPayment();

    await expect(connect().fetchOrder(`../payments/${id}`)).rejects.toMatchObject(unknown);
    await expect(connect().fetchPayment(`${id}/refunds`)).rejects.toMatchObject(unknown);
    await expect(connect().fetchOrderPayments('')).rejects.toMatchObject(unknown);
    await expect(connect().refundPayment({ paymentId: '..', amountMinor: 1, key: 'k' })).rejects.toMatchObject(unknown);
  });
});

describe('capture', () => {
  it('takes an authorised payment, and counts as done when repeated (M7)', async () => {
    const authorised = await paidPayment('authorized');
    expect(authorised).toMatchObject({ status: 'authorized', feeMinor: null });

    const first = await connect().capturePayment(authorised);
    const second = await connect().capturePayment(authorised);

    expect(first).toMatchObject({ accepted: true, payment: { id: authorised.id, status: 'captured' } });
    expect(second).toEqual(first);
  });

  it('of a failed payment or of another amount is refused', async () => {
    const failed = await paidPayment('failed');
    const authorised = await paidPayment('authorized');

    expect(await connect().capturePayment(failed)).toMatchObject({ accepted: false });
    expect(await connect().capturePayment({ ...authorised, amountMinor: 100 })).toMatchObject({ accepted: false });
  });

  it('that lost its answer is known to be unknown, and can be repeated', async () => {
    const authorised = await paidPayment('authorized');
    await send('POST', '/faults', {
      api: [{ fault: 'reset', afterCommit: true, count: 1, path: '/v1/payments/*/capture' }],
    });

    await expect(connect().capturePayment(authorised)).rejects.toMatchObject(unavailable);

    expect(await connect().capturePayment(authorised)).toMatchObject({ accepted: true });
  });
});

describe('money that was never captured', () => {
  it('counts as failed once it went back by itself, not as paid and refunded', async () => {
    const order = await openOrder();
    await pay(order);
    const second = await pay(order);

    const lapsed = await connect().fetchPayment(second.razorpay_payment_id);

    expect(lapsed).toMatchObject({ status: 'failed' });
  });
});

describe('refund (R2)', () => {
  it('happens once for each key', async () => {
    const { id } = await paidPayment();
    const request = { paymentId: id, amountMinor: 150_000, key: newKey() };

    const first = await connect().refundPayment(request);
    const second = await connect().refundPayment(request);

    expect(first).toMatchObject({ accepted: true, refund: { status: 'processed', receipt: request.key } });
    expect(second).toEqual(first);
    expect(await connect().fetchRefunds(id)).toHaveLength(1);
    expect(await connect().fetchPayment(id)).toMatchObject({ status: 'refunded', refundedMinor: 150_000 });
  });

  it.each(['reset', '502', 'hang'])('whose answer was lost (%s) is not made again', async (fault) => {
    const { id } = await paidPayment();
    const request = { paymentId: id, amountMinor: 75_000, key: newKey() };
    await send('POST', '/faults', {
      api: [{ fault, afterCommit: true, count: 1, method: 'POST', path: '/v1/payments/*/refund' }],
    });
    const gateway = connect({ timeoutMs: 500 });

    await expect(gateway.refundPayment(request)).rejects.toMatchObject(unavailable);
    const retried = await gateway.refundPayment(request);

    expect(retried).toMatchObject({ accepted: true, refund: { amountMinor: 75_000 } });
    expect(await gateway.fetchRefunds(id)).toHaveLength(1);
    expect(await gateway.fetchPayment(id)).toMatchObject({ status: 'captured', refundedMinor: 75_000 });
  });

  it('that is pending tells by the same key when it was processed', async () => {
    const { id } = await paidPayment();
    const request = { paymentId: id, amountMinor: 150_000, key: newKey() };
    await send('POST', '/faults', { refunds: 'pending' });
    const asked = await connect().refundPayment(request);
    expect(asked).toMatchObject({ accepted: true, refund: { status: 'pending' } });
    const [pending] = await connect().fetchRefunds(id);

    await send('POST', `/refunds/${pending?.id}/complete`, { outcome: 'processed' });

    expect(await connect().refundPayment(request)).toMatchObject({ refund: { status: 'processed' } });
  });

  it('of more than is left is refused in the gateway’s words', async () => {
    const { id } = await paidPayment();

    const refused = await connect().refundPayment({ paymentId: id, amountMinor: 150_001, key: newKey() });

    expect(refused).toMatchObject({
      accepted: false,
      kind: 'exceeds',
      description: expect.stringContaining('greater than'),
    });
  });

  it('that the account cannot afford now is refused, and the same request may succeed later', async () => {
    const { id } = await paidPayment();
    await send('POST', '/faults', { refunds: 'refused' });

    const refused = await connect().refundPayment({ paymentId: id, amountMinor: 100, key: newKey() });

    expect(refused).toMatchObject({ accepted: false, kind: 'other' });
    expect(await connect().fetchRefunds(id)).toEqual([]);
  });
});

describe('dispute (R3)', () => {
  const dispute = async (paymentId: string) =>
    z.object({ id: z.string() }).parse(await send('POST', `/payments/${paymentId}/dispute`, { amount: 39_000 }));

  it('is read by its id and in the list of the latest', async () => {
    const payment = await paidPayment();
    const { id } = await dispute(payment.id);

    const found = await connect().fetchDispute(id);

    expect(found).toEqual({
      id,
      paymentId: payment.id,
      amountMinor: 39_000,
      currency: 'INR',
      status: 'open',
      phase: 'chargeback',
      reasonCode: 'services_not_provided',
      respondBy: new Date(clock.now().getTime() + 7 * 24 * 60 * 60_000),
      createdAt: clock.now(),
    });
    expect(await connect().fetchLatestDisputes()).toContainEqual(found);
    await expect(connect().fetchDispute('disp_00000000000000')).rejects.toMatchObject(unknown);
    await expect(connect().fetchDispute('../payments')).rejects.toMatchObject(unknown);
  });

  it('has refunds of its payment refused, as what they are', async () => {
    const payment = await paidPayment();
    await dispute(payment.id);

    const refused = await connect().refundPayment({ paymentId: payment.id, amountMinor: 100, key: newKey() });

    expect(refused).toMatchObject({ accepted: false, kind: 'disputed' });
  });
});

describe('signature', () => {
  it('of the checkout is valid for its own pair alone', async () => {
    const paid = await pay(await openOrder());
    const signed = {
      orderId: paid.razorpay_order_id,
      paymentId: paid.razorpay_payment_id,
      signature: paid.razorpay_signature,
    };
    const gateway = connect();
    const other = await openOrder();

    expect(gateway.isCheckoutSignature(signed)).toBe(true);
    expect(gateway.isCheckoutSignature({ ...signed, orderId: other.id })).toBe(false);
    expect(gateway.isCheckoutSignature({ ...signed, orderId: signed.paymentId, paymentId: signed.orderId })).toBe(
      false,
    );
    expect(gateway.isCheckoutSignature({ ...signed, signature: signed.signature.toUpperCase() })).toBe(false);
    expect(connect({ keySecret: 'another' }).isCheckoutSignature(signed)).toBe(false);
  });

  it('of a webhook may be of any secret that is valid now', () => {
    const body = Buffer.from('{"a":1,"b":2,"c":{"d":3}}');
    const signature = '2fe04e22977002e6c7cb553adab8b460cb9e2a4970d5953cb27a8472752e3bbc';

    expect(connect({ webhookSecrets: ['new', '123456'] }).isWebhookSignature(body, signature)).toBe(true);
    expect(connect({ webhookSecrets: ['new'] }).isWebhookSignature(body, signature)).toBe(false);
    expect(connect({ webhookSecrets: ['123456'] }).isWebhookSignature(Buffer.from('{}'), signature)).toBe(false);
  });
});

describe('a gateway in trouble', () => {
  it.each([{ fault: '502' }, { fault: 'reset' }, { fault: 'hang' }, { fault: 'truncated' }])(
    '($fault) leaves the outcome unknown',
    async (fault) => {
      const order = await openOrder();
      const { id } = await paidPayment();
      await send('POST', '/faults', { api: [fault] });
      const gateway = connect({ timeoutMs: 300 });

      await expect(openOrder(newReceipt(), gateway)).rejects.toMatchObject(unavailable);
      await expect(gateway.fetchOrderPayments(order.id)).rejects.toMatchObject(unavailable);
      await expect(gateway.fetchPayment(id)).rejects.toMatchObject(unavailable);
      await expect(gateway.refundPayment({ paymentId: id, amountMinor: 1, key: newKey() })).rejects.toMatchObject(
        unavailable,
      );
    },
  );

  it('that asks for patience (429) says for how long', async () => {
    await send('POST', '/faults', { api: [{ fault: '429', retryAfter: 7 }] });
    await expect(openOrder()).rejects.toMatchObject({ ...unavailable, retryAfterSeconds: 7 });
  });

  it('that refuses our keys has decided nothing about the payment', async () => {
    const authorised = await paidPayment('authorized');
    const stranger = connect({ keySecret: 'wrong' });

    await expect(stranger.capturePayment(authorised)).rejects.toMatchObject(unavailable);
  });
});

describe('checkout', () => {
  it('loads from Razorpay in earnest, from the stand-in otherwise', () => {
    const live = connect({ baseUrl: 'https://api.razorpay.com' });
    const standIn = connect({ baseUrl: 'http://localhost:4010/' });

    expect(live.checkoutUrl).toBe('https://checkout.razorpay.com/v1/checkout.js');
    expect(standIn.checkoutUrl).toBe('http://localhost:4010/v1/checkout.js');
    expect(standIn.keyId).toBe(keys.keyId);
  });
});
