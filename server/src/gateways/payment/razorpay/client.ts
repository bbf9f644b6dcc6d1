import { AsyncLocalStorage } from 'node:async_hooks';
import Razorpay from 'razorpay';
import type { z } from 'zod';
import { AppError, notFound } from '../../../errors.ts';
import type { GatewayRefusal } from '../port.ts';
import { failureIn, gatewayUnavailable, HttpFailure, paymentRefused, refusalIn } from './failures.ts';

type ClientOptions = { keyId: string; keySecret: string; baseUrl: string; timeoutMs: number };

/** The SDK's HTTP client: an axios instance that its types do not mention. */
type SdkHttp = {
  defaults: { baseURL?: string };
  interceptors: {
    request: { use(onRequest: (request: SdkRequest) => SdkRequest): unknown };
    response: { use(onSuccess: undefined, onFailure: (error: unknown) => never): unknown };
  };
};
type SdkRequest = { signal?: AbortSignal; headers: { set(name: string, value: string): unknown } };

/** Carries the key of one refund past the SDK, whose methods take no headers. */
const refundKey = new AsyncLocalStorage<string>();

/**
 * The official SDK with what it lacks: a base URL, a limit on the whole call (axios's own time-out only watches for
 * silence, so a dripping answer would hold it for ever), and failures that keep their cause.
 */
export function createRazorpayClient({ keyId, keySecret, baseUrl, timeoutMs }: ClientOptions): Razorpay {
  const sdk = new Razorpay({ key_id: keyId, key_secret: keySecret });
  const { api } = sdk;
  if (!hasHttpClient(api)) throw new AppError('INTERNAL', 'This version of the razorpay SDK hides its HTTP client.');
  api.rq.defaults.baseURL = baseUrl;
  api.rq.interceptors.request.use((request) => {
    const key = refundKey.getStore();
    if (key !== undefined) request.headers.set('X-Refund-Idempotency', key);
    request.signal = AbortSignal.timeout(timeoutMs);
    return request;
  });
  api.rq.interceptors.response.use(undefined, (error) => {
    throw new HttpFailure(error);
  });
  return sdk;
}

function hasHttpClient(api: object): api is { rq: SdkHttp } {
  return 'rq' in api && typeof api.rq === 'function' && 'defaults' in api.rq && 'interceptors' in api.rq;
}

/** Runs a refund request under its idempotency key. */
export function withRefundKey<T>(key: string, request: () => Promise<T>): Promise<T> {
  return refundKey.run(key, request);
}

/**
 * Makes one call and parses its answer.
 * @param refusal which failures are a definite no
 * @returns the answer, or what Razorpay refused and why
 * @throws AppError GATEWAY_UNAVAILABLE when the outcome is unknown: no answer, not in time, or not understood
 */
export async function ask<Answer>(
  schema: z.ZodType<Answer>,
  request: () => Promise<unknown>,
  refusal: (failure: HttpFailure) => GatewayRefusal | null = refusalIn,
): Promise<{ accepted: true; answer: Answer } | GatewayRefusal> {
  let body: unknown;
  try {
    body = await request();
  } catch (error) {
    const failure = failureIn(error);
    const refused = failure && refusal(failure);
    if (refused) return refused;
    throw gatewayUnavailable(failure ?? error);
  }
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw gatewayUnavailable(parsed.error);
  return { accepted: true, answer: parsed.data };
}

/**
 * Reads something by an id.
 * @throws AppError NOT_FOUND when Razorpay knows no such id, PAYMENT_REFUSED when it will not say, GATEWAY_UNAVAILABLE
 *   when it cannot be known
 */
export async function read<Answer>(
  what: string,
  schema: z.ZodType<Answer>,
  request: () => Promise<unknown>,
): Promise<Answer> {
  const result = await ask(schema, request);
  if (result.accepted) return result.answer;
  if (/does not exist|is not a valid id/.test(result.description)) throw notFound(what);
  throw paymentRefused(result);
}
