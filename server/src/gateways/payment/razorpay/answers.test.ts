import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRazorpayGateway } from './gateway.ts';

/** Answers that the sandbox does not give: each test scripts, by method and path, what comes back. */
type Call = { route: string; body: unknown; headers: IncomingMessage['headers'] };
type Answer = (response: ServerResponse) => void;

let server: Server;
let baseUrl: string;
let calls: Call[] = [];
let script: Record<string, Answer> = {};

beforeAll(async () => {
  server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
beforeEach(() => {
  calls = [];
  script = {};
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const route = `${request.method} ${request.url?.split('?')[0]}`;
  calls.push({ route, body: body === '' ? null : JSON.parse(body), headers: request.headers });
  const answer = script[route] ?? json(400, { error: { code: 'BAD_REQUEST_ERROR', description: `no ${route}` } });
  answer(response);
}

const json =
  (status: number, body: unknown): Answer =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  };
const refused = (description: string) => json(400, { error: { code: 'BAD_REQUEST_ERROR', description } });
const list = (...items: unknown[]) => json(200, { entity: 'collection', count: items.length, items });

const connect = (timeoutMs = 30_000) =>
  createRazorpayGateway({
    keyId: 'rzp_test_key',
    keySecret: 'the-key-secret',
    webhookSecrets: ['hook'],
    baseUrl,
    timeoutMs,
  });

const orderId = 'order_00000000000001';
const paymentId = 'pay_00000000000001';
const order = { id: orderId, amount: 5000, currency: 'INR', receipt: 'r-1', status: 'created' };
const payment = {
  id: paymentId,
  order_id: orderId,
  amount: 5000,
  currency: 'INR',
  status: 'authorized',
  captured: false,
  amount_refunded: 0,
  fee: null,
  tax: null,
  method: 'upi',
  error_description: null,
};
const refund = {
  id: 'rfnd_00000000000001',
  payment_id: paymentId,
  amount: 5000,
  currency: 'INR',
  receipt: 'a-refund-key-1',
  status: 'processed',
};
const askedRefund = { attemptId: paymentId, amountMinor: 5000, key: 'a-refund-key-1' };
const askedOrder = { key: 'r-1', amountMinor: 5000, currency: 'INR', notes: { expertId: 'e1' } };
const unavailable = { name: 'AppError', code: 'GATEWAY_UNAVAILABLE' };

describe('what is sent', () => {
  it('an order asks for a unique receipt and says how it is captured (O1)', async () => {
    script = { 'POST /v1/orders': json(200, order) };

    await connect().openCheckout(askedOrder);

    expect(calls).toMatchObject([
      {
        headers: { authorization: `Basic ${Buffer.from('rzp_test_key:the-key-secret').toString('base64')}` },
        body: {
          amount: 5000,
          currency: 'INR',
          receipt: 'r-1',
          unique_receipt: true,
          notes: { expertId: 'e1' },
          payment: { capture: 'automatic', capture_options: { automatic_expiry_period: 12, refund_speed: 'normal' } },
        },
      },
    ]);
  });

  it('a refund looks first, then carries its key as header and receipt; nothing else carries it (R2)', async () => {
    script = {
      [`GET /v1/payments/${paymentId}/refunds`]: list(),
      [`POST /v1/payments/${paymentId}/refund`]: json(200, refund),
    };

    await connect().refund(askedRefund);

    expect(calls.map(({ route, headers }) => [route, headers['x-refund-idempotency']])).toEqual([
      [`GET /v1/payments/${paymentId}/refunds`, undefined],
      [`POST /v1/payments/${paymentId}/refund`, 'a-refund-key-1'],
    ]);
    expect(calls[1]?.body).toEqual({ amount: 5000, receipt: 'a-refund-key-1', speed: 'normal' });
  });

  it('refunds at the same time keep their keys apart', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => `refund-key-${index + 10}`);
    script = {
      [`GET /v1/payments/${paymentId}/refunds`]: list(),
      [`POST /v1/payments/${paymentId}/refund`]: refused('no'),
    };

    await Promise.all(keys.map((key) => connect().refund({ ...askedRefund, key })));

    const posts = calls.filter(({ route }) => route.startsWith('POST'));
    expect(new Set(posts.map(({ headers }) => headers['x-refund-idempotency']))).toEqual(new Set(keys));
    for (const { headers, body } of posts) expect(body).toMatchObject({ receipt: headers['x-refund-idempotency'] });
  });
});

describe('a refusal that means it is done already', () => {
  it('"Order receipt should be unique": the order of that receipt is the answer', async () => {
    script = {
      'POST /v1/orders': refused('Order receipt should be unique.'),
      'GET /v1/orders': list({ ...order, id: 'order_00000000000009', receipt: 'r-9' }, order),
    };

    expect(await connect().openCheckout(askedOrder)).toMatchObject({ id: orderId });
  });

  it('"already captured": accepted if the payment says so too', async () => {
    script = {
      [`POST /v1/payments/${paymentId}/capture`]: refused('This payment has already been captured'),
      [`GET /v1/payments/${paymentId}`]: json(200, { ...payment, status: 'captured', captured: true }),
    };
    const provider = 'razorpay' as const;
    const asked = { ...payment, provider, checkoutId: orderId, amountMinor: 5000, refundedMinor: 0 };
    const authorised = { ...asked, feeMinor: null, taxMinor: null, status: 'authorized' as const, failureReason: null };

    expect(await connect().capture(authorised)).toMatchObject({
      accepted: true,
      attempt: { status: 'captured' },
    });
    expect(await connect().capture({ ...authorised, amountMinor: 4999 })).toMatchObject({ accepted: false });
  });

  it('"Duplicate receipt": the refund of that receipt is the answer, and none is made while it cannot be seen', async () => {
    let listed: unknown[] = [];
    script = {
      [`GET /v1/payments/${paymentId}/refunds`]: (response) => list(...listed)(response),
      [`POST /v1/payments/${paymentId}/refund`]: (response) => {
        listed = [refund];
        refused('Duplicate receipt found for this refund request.')(response);
      },
    };
    expect(await connect().refund(askedRefund)).toMatchObject({ accepted: true, refund: { id: refund.id } });

    script[`GET /v1/payments/${paymentId}/refunds`] = list();
    await expect(connect().refund(askedRefund)).rejects.toMatchObject(unavailable);
  });
});

describe('an answer that decides nothing', () => {
  it.each<[string, Answer]>([
    ['another operation in progress', refused('Request failed because another payment operation is in progress.')],
    [
      'keys that are not accepted',
      json(401, { error: { code: 'BAD_REQUEST_ERROR', description: 'Authentication failed' } }),
    ],
    ['an address that is not allowed', refused('Access Denied')],
    [
      'an idempotency key in flight',
      json(409, { error: { code: 'BAD_REQUEST_ERROR', description: 'still in progress' } }),
    ],
    ['a gateway error', json(400, { error: { code: 'GATEWAY_ERROR', description: 'Payment processing failed' } })],
    ['a page instead of JSON', (response) => void response.writeHead(400, { 'Content-Type': 'text/html' }).end('<h1>')],
    ['an empty 500', (response) => void response.writeHead(500).end()],
    ['the JSON null', json(500, null)],
    ['a success without a body', (response) => void response.writeHead(200).end()],
    ['an amount as text', json(200, { ...refund, amount: '5000' })],
    ['a status of the future', json(200, { ...refund, status: 'arriving' })],
    ['a refund of another amount', json(200, { ...refund, amount: 4000 })],
  ])('%s', async (_, answer) => {
    script = {
      [`GET /v1/payments/${paymentId}/refunds`]: list(),
      [`POST /v1/payments/${paymentId}/refund`]: answer,
    };
    await expect(connect().refund(askedRefund)).rejects.toMatchObject(unavailable);
  });

  it('an order of another amount or currency', async () => {
    script = { 'POST /v1/orders': json(200, { ...order, currency: 'USD' }) };
    await expect(connect().openCheckout(askedOrder)).rejects.toMatchObject(unavailable);
  });

  it('an answer that drips for ever is cut off', async () => {
    script = {
      [`GET /v1/payments/${paymentId}`]: (response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        const dripping = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(dripping));
      },
    };
    await expect(connect(200).fetchAttempt(paymentId)).rejects.toMatchObject(unavailable);
  });
});

describe('the error', () => {
  it('keeps the cause of a lost connection, and no secret', async () => {
    const nobody = createRazorpayGateway({
      keyId: 'rzp_test_key',
      keySecret: 'the-key-secret',
      webhookSecrets: ['hook'],
      baseUrl: 'http://127.0.0.1:1',
    });

    const error: unknown = await nobody.fetchAttempt(paymentId).catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ ...unavailable, cause: { message: expect.stringContaining('ECONNREFUSED') } });
    const cause = error instanceof Error ? error.cause : null;
    expect(JSON.stringify([cause, String(cause)])).not.toContain('the-key-secret');
  });

  it('of a refusal carries the gateway’s own reason', async () => {
    const answer = { code: 'BAD_REQUEST_ERROR', description: 'Too old', reason: 'payment_too_old' };
    script = {
      [`GET /v1/payments/${paymentId}/refunds`]: list(),
      [`POST /v1/payments/${paymentId}/refund`]: json(400, { error: answer }),
    };

    expect(await connect().refund(askedRefund)).toEqual({
      accepted: false,
      kind: 'other',
      reason: 'payment_too_old',
      description: 'Too old',
    });
  });
});
