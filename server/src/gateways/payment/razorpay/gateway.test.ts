import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createTestClock } from '../../../../test/test-clock.ts';
import { startSandbox, type RunningSandbox } from '../../../../../tools/dev/sandbox/index.ts';
import type { GatewayAttempt } from '../port.ts';
import { createRazorpayGateway } from './gateway.ts';

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
const pay = async (order: { id: string }, outcome: Outcome = 'captured') =>
  paidSchema.parse(await send('POST', `/orders/${order.id}/pay`, { outcome }));

const openOrder = (key = newReceipt(), gateway = connect()) =>
  gateway.openCheckout({ key, amountMinor: 150_000, currency: 'INR', notes: { expertId: 'e1' } });

async function paidPayment(outcome: Outcome = 'captured'): Promise<GatewayAttempt> {
  const paid = await pay(await openOrder(), outcome);
  return connect().fetchAttempt(paid.razorpay_payment_id);
}

const unavailable = { name: 'AppError', code: 'GATEWAY_UNAVAILABLE' };
const unknown = { name: 'AppError', code: 'NOT_FOUND' };

describe('order', () => {
  it('is created once for each receipt, however often it is asked for (O1)', async () => {
    const order = await openOrder('payment-1');

    expect(await openOrder('payment-1')).toEqual(order);
    expect(connect().describeCheckout(order.id)).toEqual(order);
    const state = z.object({ orders: z.array(z.looseObject({ id: z.string() })) }).parse(await send('GET', '/state'));
    expect(state.orders.filter(({ id }) => id === order.id)).toMatchObject([
      { amount: 150_000, currency: 'INR', status: 'created', receipt: 'payment-1' },
    ]);
  });

  it('is not accepted with another amount than was asked for', async () => {
    await openOrder('payment-2');

    const again = connect().openCheckout({ key: 'payment-2', amountMinor: 999, currency: 'INR', notes: {} });

    await expect(again).rejects.toMatchObject(unavailable);
  });

  it.each([
    ['below the least amount', 99, 'INR', 'amount_less_than_minimum_amount'],
    ['below one dinar', 990, 'KWD', 'amount_less_than_minimum_amount'],
    ['with a third decimal', 7_505, 'BHD', 'input_validation_failed'],
    ['above the most', 3_000_000_000, 'INR', 'input_validation_failed'],
    ['of no currency', 5_000, 'XX', 'input_validation_failed'],
  ])('%s is refused for good, which is no outage', async (_what, amountMinor, currency, reason) => {
    const refused = connect().openCheckout({ key: newReceipt(), amountMinor, currency, notes: {} });

    await expect(refused).rejects.toMatchObject({
      code: 'PAYMENT_REFUSED',
      cause: { message: expect.stringContaining(reason) },
    });
  });

  it('is refused for good with a key that is none; too many requests, garbage and silence are no answer', async () => {
    const order = { amountMinor: 5_000, currency: 'INR', notes: {} };
    const locked = connect({ keySecret: 'another' }).openCheckout({ ...order, key: newReceipt() });
    await expect(locked).rejects.toMatchObject({ code: 'PAYMENT_REFUSED' });

    for (const fault of ['429', '502', 'reset', 'truncated']) {
      await send('DELETE', '/faults');
      await send('POST', '/faults', { api: [{ fault }] });
      await expect(connect().openCheckout({ ...order, key: newReceipt() })).rejects.toMatchObject(unavailable);
    }
  });

  it('shows every attempt, failed ones included', async () => {
    const order = await openOrder();
    await pay(order, 'failed');
    await pay(order);

    const attempts = await connect().fetchAttempts(order.id);

    expect(attempts.map(({ status }) => status).toSorted()).toEqual(['captured', 'failed']);
    expect(attempts.find(({ status }) => status === 'failed')?.failureReason).toMatch(/unsuccessful/);
  });
});

describe('unknown ids', () => {
  it('are not found', async () => {
    await expect(connect().fetchAttempt('pay_00000000000000')).rejects.toMatchObject(unknown);
    await expect(connect().fetchAttempts('order_00000000000000')).rejects.toMatchObject(unknown);
    await expect(connect().fetchRefunds('pay_00000000000000')).rejects.toMatchObject(unknown);
  });

  it('never become a path: another shape is not found without asking', async () => {
    const { id } = await paidPayment();

    await expect(connect().fetchAttempts(`../payments/${id}`)).rejects.toMatchObject(unknown);
    await expect(connect().fetchAttempt(`${id}/refunds`)).rejects.toMatchObject(unknown);
    await expect(connect().fetchAttempts('')).rejects.toMatchObject(unknown);
    await expect(connect().refund({ attemptId: '..', amountMinor: 1, key: 'k' })).rejects.toMatchObject(unknown);
  });
});

describe('capture', () => {
  it('takes an authorised payment, and counts as done when repeated (M7)', async () => {
    const authorised = await paidPayment('authorized');
    expect(authorised).toMatchObject({ status: 'authorized', feeMinor: null });

    const first = await connect().capture(authorised);
    const second = await connect().capture(authorised);

    expect(first).toMatchObject({ accepted: true, attempt: { id: authorised.id, status: 'captured' } });
    expect(second).toEqual(first);
  });

  it('of a failed payment or of another amount is refused', async () => {
    const failed = await paidPayment('failed');
    const authorised = await paidPayment('authorized');

    expect(await connect().capture(failed)).toMatchObject({ accepted: false });
    expect(await connect().capture({ ...authorised, amountMinor: 100 })).toMatchObject({ accepted: false });
  });

  it('that lost its answer is known to be unknown, and can be repeated', async () => {
    const authorised = await paidPayment('authorized');
    await send('POST', '/faults', {
      api: [{ fault: 'reset', afterCommit: true, count: 1, path: '/v1/payments/*/capture' }],
    });

    await expect(connect().capture(authorised)).rejects.toMatchObject(unavailable);

    expect(await connect().capture(authorised)).toMatchObject({ accepted: true });
  });
});

describe('money that was never captured', () => {
  it('counts as failed once it went back by itself, not as paid and refunded', async () => {
    const order = await openOrder();
    await pay(order);
    const second = await pay(order);

    const lapsed = await connect().fetchAttempt(second.razorpay_payment_id);

    expect(lapsed).toMatchObject({ status: 'failed' });
  });
});

describe('refund (R2)', () => {
  it('happens once for each key', async () => {
    const { id } = await paidPayment();
    const request = { attemptId: id, amountMinor: 150_000, key: newKey() };

    const first = await connect().refund(request);
    const second = await connect().refund(request);

    expect(first).toMatchObject({ accepted: true, refund: { status: 'processed', key: request.key } });
    expect(second).toEqual(first);
    expect(await connect().fetchRefunds(id)).toHaveLength(1);
    expect(await connect().fetchAttempt(id)).toMatchObject({ status: 'refunded', refundedMinor: 150_000 });
  });

  it.each(['reset', '502', 'hang'])('whose answer was lost (%s) is not made again', async (fault) => {
    const { id } = await paidPayment();
    const request = { attemptId: id, amountMinor: 75_000, key: newKey() };
    await send('POST', '/faults', {
      api: [{ fault, afterCommit: true, count: 1, method: 'POST', path: '/v1/payments/*/refund' }],
    });
    const gateway = connect({ timeoutMs: 500 });

    await expect(gateway.refund(request)).rejects.toMatchObject(unavailable);
    const retried = await gateway.refund(request);

    expect(retried).toMatchObject({ accepted: true, refund: { amountMinor: 75_000 } });
    expect(await gateway.fetchRefunds(id)).toHaveLength(1);
    expect(await gateway.fetchAttempt(id)).toMatchObject({ status: 'captured', refundedMinor: 75_000 });
  });

  it('that is pending tells by the same key when it was processed', async () => {
    const { id } = await paidPayment();
    const request = { attemptId: id, amountMinor: 150_000, key: newKey() };
    await send('POST', '/faults', { refunds: 'pending' });
    const asked = await connect().refund(request);
    expect(asked).toMatchObject({ accepted: true, refund: { status: 'pending' } });
    const [pending] = await connect().fetchRefunds(id);

    await send('POST', `/refunds/${pending?.id}/complete`, { outcome: 'processed' });

    expect(await connect().refund(request)).toMatchObject({ refund: { status: 'processed' } });
  });

  it('of more than is left is refused in the gateway’s words', async () => {
    const { id } = await paidPayment();

    const refused = await connect().refund({ attemptId: id, amountMinor: 150_001, key: newKey() });

    expect(refused).toMatchObject({
      accepted: false,
      kind: 'exceeds',
      description: expect.stringContaining('greater than'),
    });
  });

  it('that the account cannot afford now is refused, and the same request may succeed later', async () => {
    const { id } = await paidPayment();
    await send('POST', '/faults', { refunds: 'refused' });

    const refused = await connect().refund({ attemptId: id, amountMinor: 100, key: newKey() });

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
      attemptId: payment.id,
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

    const refused = await connect().refund({ attemptId: payment.id, amountMinor: 100, key: newKey() });

    expect(refused).toMatchObject({ accepted: false, kind: 'disputed' });
  });
});

describe('what a browser brings back', () => {
  it('is genuine for its own pair alone', async () => {
    const paid = await pay(await openOrder());
    const gateway = connect();
    const other = await openOrder();
    const isGenuine = (body: object, asked = gateway) => {
      const report = asked.readReport(body);
      return report?.outcome === 'paid' && report.isGenuine;
    };

    expect(gateway.readReport(paid)).toEqual({
      provider: 'razorpay',
      outcome: 'paid',
      checkoutId: paid.razorpay_order_id,
      attemptId: paid.razorpay_payment_id,
      isGenuine: true,
    });
    expect(isGenuine({ ...paid, razorpay_order_id: other.id })).toBe(false);
    const swapped = { razorpay_order_id: paid.razorpay_payment_id, razorpay_payment_id: paid.razorpay_order_id };
    expect(isGenuine({ ...paid, ...swapped })).toBe(false);
    expect(isGenuine({ ...paid, razorpay_signature: paid.razorpay_signature.toUpperCase() })).toBe(false);
    expect(isGenuine(paid, connect({ keySecret: 'another' }))).toBe(false);
  });

  it('of a failure is words, in the order of which nobody has to believe', () => {
    const metadata = JSON.stringify({ order_id: 'order_00000000000001' });

    expect(connect().readReport({ 'error[reason]': 'card_declined', 'error[metadata]': metadata })).toEqual({
      provider: 'razorpay',
      outcome: 'failed',
      reason: 'card_declined',
      checkoutId: 'order_00000000000001',
    });
    expect(connect().readReport({ 'error[reason]': '<script>' })).toMatchObject({ reason: 'other', checkoutId: null });
  });

  it.each([undefined, null, 'text', {}, { session_id: 'cs_1' }])('is no report: %j', (body) => {
    expect(connect().readReport(body)).toBeNull();
  });
});

describe('a webhook event', () => {
  const body = Buffer.from(JSON.stringify({ event: 'order.paid', payload: { order: { entity: { id: 'order_1' } } } }));
  const headers = {
    'x-razorpay-signature': createHmac('sha256', '123456').update(body).digest('hex'),
    'x-razorpay-event-id': 'event-1',
  };

  it('may be signed with any secret that is valid now', () => {
    expect(connect({ webhookSecrets: ['new', '123456'] }).readEvent(body, headers)).toMatchObject({
      id: 'event-1',
      type: 'order.paid',
      checkoutId: 'order_1',
      attemptId: null,
    });
  });

  it.each([
    ['another secret', ['new'], body, headers],
    ['another body', ['123456'], Buffer.from('{}'), headers],
    ['no signature', ['123456'], body, { 'x-razorpay-event-id': 'event-1' }],
    ['two signatures', ['123456'], body, { ...headers, 'x-razorpay-signature': [headers['x-razorpay-signature']] }],
  ])('is refused with %s', (_what, webhookSecrets, raw, sent) => {
    expect(() => connect({ webhookSecrets }).readEvent(raw, sent)).toThrow(
      expect.objectContaining({ code: 'PAYMENT_NOT_VERIFIED' }),
    );
  });

  it.each([
    ['payment.captured', 'payment'],
    ['order.paid', 'payment'],
    ['refund.processed', 'refund'],
  ])('%s is about a %s', (type, subject) => {
    expect(connect().subjectOf(type)).toBe(subject);
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
      await expect(gateway.fetchAttempts(order.id)).rejects.toMatchObject(unavailable);
      await expect(gateway.fetchAttempt(id)).rejects.toMatchObject(unavailable);
      await expect(gateway.refund({ attemptId: id, amountMinor: 1, key: newKey() })).rejects.toMatchObject(unavailable);
    },
  );

  it('that asks for patience (429) says for how long', async () => {
    await send('POST', '/faults', { api: [{ fault: '429', retryAfter: 7 }] });
    await expect(openOrder()).rejects.toMatchObject({ ...unavailable, retryAfterSeconds: 7 });
  });

  it('that refuses our keys has decided nothing about the payment', async () => {
    const authorised = await paidPayment('authorized');
    const stranger = connect({ keySecret: 'wrong' });

    await expect(stranger.capture(authorised)).rejects.toMatchObject(unavailable);
  });
});

describe('checkout', () => {
  it('loads from Razorpay in earnest, from the stand-in otherwise', () => {
    const live = connect({ baseUrl: 'https://api.razorpay.com' });
    const standIn = connect({ baseUrl: 'http://localhost:4010/' });

    expect(live.describeCheckout('order_1')).toMatchObject({ script: 'https://checkout.razorpay.com/v1/checkout.js' });
    expect(standIn.describeCheckout('order_1')).toMatchObject({
      kind: 'popup',
      key: keys.keyId,
      script: 'http://localhost:4010/v1/checkout.js',
    });
  });

  it.each([
    ['cannot be closed while nobody pays', 'failed', 'cannot'],
    ['is on its way while it is authorised', 'authorized', 'in-flight'],
    ['is paid', 'captured', 'paid'],
  ] as const)('%s', async (_what, outcome, closed) => {
    const order = await openOrder();
    await pay(order, outcome);

    expect(await connect().closeCheckout(order.id)).toBe(closed);
  });
});
