import Razorpay from 'razorpay';
import { z } from 'zod';
import { createTestClock, type TestClock } from '../../../../server/test/test-clock.ts';
import { startSandbox, type SandboxOptions } from '../index.ts';

export const keys = {
  keyId: 'rzp_test_SandboxKey001',
  keySecret: 'sandbox_key_secret_01',
  webhookSecret: 'sandbox_webhook_secret_01',
};

/** A running sandbox and the ways in which tests speak to it: the official SDK, plain HTTP, and its own controls. */
export type World = Awaited<ReturnType<typeof startWorld>>;

export async function startWorld(options: Partial<SandboxOptions> & { clock?: TestClock } = {}) {
  const clock = options.clock ?? createTestClock();
  const sandbox = await startSandbox({ ...keys, ...options, clock, port: 0 });
  const call = caller(sandbox.url);
  return {
    url: sandbox.url,
    clock,
    close: () => sandbox.close(),
    sdk: connectSdk(sandbox.url),
    /** A request with the right key; `expect(await call(…)).toMatchObject({ status, body })`. */
    call,
    control: (method: string, path: string, body?: unknown) => call(method, `/_sandbox${path}`, { body }),
    async order(body: object = {}) {
      const created = await call('POST', '/v1/orders', { body: { amount: 150_000, currency: 'INR', ...body } });
      return orderSchema.parse(created.body);
    },
    async pay(orderId: string, outcome = 'captured') {
      const paid = await call('POST', `/_sandbox/orders/${orderId}/pay`, { body: { outcome } });
      return paidSchema.parse(paid.body);
    },
    payment: async (id: string) => paymentSchema.parse((await call('GET', `/v1/payments/${id}`)).body),
    state: async () => stateSchema.parse((await call('GET', '/_sandbox/state')).body),
  };
}

type Call = { body?: unknown; headers?: Record<string, string>; signal?: AbortSignal | null };

function caller(url: string) {
  const authorization = `Basic ${Buffer.from(`${keys.keyId}:${keys.keySecret}`).toString('base64')}`;
  return async (method: string, path: string, { body, headers = {}, signal = null }: Call = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { authorization, 'content-type': 'application/json', ...headers },
      signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await response.json();
    return { status: response.status, headers: response.headers, body: json };
  };
}

/** The official SDK, pointed at the sandbox by the HTTP client that its types do not mention. */
export function connectSdk(url: string, { timeoutMs = 0 } = {}): Razorpay {
  const sdk = new Razorpay({ key_id: keys.keyId, key_secret: keys.keySecret });
  const { api } = sdk;
  if (!hasHttpClient(api)) throw new Error('This version of the SDK hides its HTTP client.');
  api.rq.defaults.baseURL = url;
  api.rq.defaults.timeout = timeoutMs;
  return sdk;
}

type SdkHttp = { defaults: { baseURL?: string; timeout?: number } };

function hasHttpClient(api: object): api is { rq: SdkHttp } {
  return 'rq' in api && typeof api.rq === 'function' && 'defaults' in api.rq;
}

const orderSchema = z.looseObject({ id: z.string(), status: z.string(), attempts: z.int(), amount_due: z.int() });
const paymentSchema = z.looseObject({ id: z.string(), status: z.string(), amount_refunded: z.int() });
const refundSchema = z.looseObject({ id: z.string(), payment_id: z.string(), amount: z.int(), status: z.string() });
const paidSchema = z.object({
  razorpay_order_id: z.string(),
  razorpay_payment_id: z.string(),
  razorpay_signature: z.string(),
});
const stateSchema = z.object({
  orders: z.array(orderSchema),
  payments: z.array(paymentSchema),
  refunds: z.array(refundSchema),
  webhooks: z.array(z.looseObject({ id: z.string(), event: z.string(), status: z.string(), attempts: z.int() })),
});
