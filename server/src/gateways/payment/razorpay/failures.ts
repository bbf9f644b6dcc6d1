import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import type { GatewayRefusal } from '../port.ts';

/** What is kept of an axios error. Not the error itself: its `config` holds the key secret, which must not be logged. */
const httpErrorSchema = z.object({
  code: z.string().nullish(),
  message: z.string(),
  config: z.object({ method: z.string().nullish(), url: z.string().nullish() }).nullish(),
  response: z
    .object({ status: z.int(), data: z.unknown(), headers: z.object({ 'retry-after': z.string().nullish() }) })
    .nullish(),
});

/** Razorpay's own words, in any of its errors. */
const descriptionSchema = z.object({ error: z.object({ description: z.string() }) });

/** A call that Razorpay did not answer with success. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  /** Null when there was no answer at all. */
  readonly status: number | null;
  readonly body: unknown;
  readonly retryAfterSeconds: number | null;

  constructor(error: unknown) {
    const { code, message, config, response } = httpErrorSchema.parse(error);
    const said = descriptionSchema.safeParse(response?.data).data?.error.description ?? message;
    super(`${config?.method ?? ''} ${config?.url ?? ''}: ${response?.status ?? code ?? ''} ${said}`);
    this.status = response?.status ?? null;
    this.body = response?.data;
    const retryAfter = Number(response?.headers['retry-after'] ?? Number.NaN);
    this.retryAfterSeconds = Number.isInteger(retryAfter) ? retryAfter : null;
  }

  /** Of what its HTTP client throws, the SDK passes on `response.data.error` and loses the rest: so this names itself. */
  get response() {
    return { status: this.status ?? 0, data: { error: this } };
  }
}

/** The failure inside what the SDK rejected with, if it came from its HTTP client. */
export function failureIn(error: unknown): HttpFailure | null {
  const carried = typeof error === 'object' && error !== null && 'error' in error ? error.error : null;
  return carried instanceof HttpFailure ? carried : null;
}

const envelopeSchema = z.object({
  error: z.object({ code: z.literal('BAD_REQUEST_ERROR'), description: z.string(), reason: z.string().nullish() }),
});

/** Refusals that say nothing about the payment: it is busy for a moment, or the installation is set up wrongly. */
const undecided = [
  'another payment operation is in progress',
  'authentication failed',
  'the api key provided is invalid',
  'access denied',
  'the requested url was not found',
];

/**
 * What Razorpay definitely did not do: a 400 in its own envelope (Razorpay docs, "Errors"; unknown ids are a 400 as well).
 * Null for everything whose outcome is unknown or that another try may change: 401, 409, 429, 5xx, HTML, no answer.
 */
export function refusalIn({ status, body }: HttpFailure): GatewayRefusal | null {
  const envelope = envelopeSchema.safeParse(body);
  if (status !== 400 || !envelope.success) return null;
  const { code, description, reason } = envelope.data.error;
  if (undecided.some((text) => description.toLowerCase().includes(text))) return null;
  return { accepted: false, reason: !reason || reason === 'NA' ? code : reason, description };
}

/** Answers of the 400s that say nothing about what was asked: too slow, at the same moment, too early, too often. */
const passing: readonly number[] = [408, 409, 425, 429];

/**
 * What Razorpay definitely did not make: any 4xx that is not passing, with whatever body. Asking again changes nothing.
 * For calls that begin something, of which a refusal leaves nothing behind.
 */
export function definiteNo({ status, body, message }: HttpFailure): GatewayRefusal | null {
  if (status === null || status < 400 || status > 499 || passing.includes(status)) return null;
  const { code, description, reason } = envelopeSchema.safeParse(body).data?.error ?? {
    code: `HTTP_${status}`,
    description: message,
  };
  return { accepted: false, reason: !reason || reason === 'NA' ? code : reason, description };
}

/** The error for a definite no; the cause, with the gateway's own words, is for the log. */
export function paymentRefused({ reason, description }: GatewayRefusal): AppError {
  return new AppError(
    'PAYMENT_REFUSED',
    'The payment service refused this payment. Nothing has been charged; choose another length or time, or contact support.',
    { cause: new Error(`${reason}: ${description}`) },
  );
}

/** The error for an unknown outcome; the cause is for the log. */
export function gatewayUnavailable(cause: unknown): AppError {
  const retryAfterSeconds = cause instanceof HttpFailure ? cause.retryAfterSeconds : null;
  return new AppError(
    'GATEWAY_UNAVAILABLE',
    'The payment service is not answering. Try again in a minute. If you have paid already, do not pay again: we keep checking.',
    { cause, ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }) },
  );
}
