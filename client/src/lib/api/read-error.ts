import type { ErrorCode } from '@serene/shared/contracts';
import { ApiError } from './errors.ts';

// A record, so that the compiler insists on every code of the contract.
const knownCodes: Record<ErrorCode, true> = {
  VALIDATION_FAILED: true,
  PAYMENT_NOT_VERIFIED: true,
  UNAUTHENTICATED: true,
  INVALID_CREDENTIALS: true,
  FORBIDDEN: true,
  EMAIL_NOT_CONFIRMED: true,
  NOT_FOUND: true,
  SLOT_TAKEN: true,
  PRICE_CHANGED: true,
  INVALID_TRANSITION: true,
  REFUND_CHANGED: true,
  HOLD_EXPIRED: true,
  EMAIL_IN_USE: true,
  FREE_SESSIONS_FULL: true,
  PAYLOAD_TOO_LARGE: true,
  PAYMENT_REFUSED: true,
  SLOT_NOT_BOOKABLE: true,
  AMBIGUOUS_TIME: true,
  TOO_MANY_REQUESTS: true,
  TOO_MANY_HOLDS: true,
  HOLD_AGAIN_LATER: true,
  INTERNAL: true,
  GATEWAY_UNAVAILABLE: true,
  BUSY: true,
};

/** Turns an answer that is not a success into an error; a proxy's page instead of our envelope is `BAD_RESPONSE`. */
export async function readError(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const common = {
    status: response.status,
    ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
  };
  const envelope = readEnvelope(await response.text());
  if (envelope === undefined) {
    return new ApiError('BAD_RESPONSE', `The answer ${response.status} is not of the API.`, common);
  }
  return new ApiError(envelope.code, envelope.message, { ...common, ...envelope.rest });
}

function readEnvelope(text: string) {
  const error = property(parseJson(text), 'error');
  const code = property(error, 'code');
  const message = property(error, 'message');
  if (!isErrorCode(code) || typeof message !== 'string') return undefined;
  const requestId = property(error, 'requestId');
  return {
    code,
    message,
    rest: { details: property(error, 'details'), ...(typeof requestId === 'string' ? { requestId } : {}) },
  };
}

function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(knownCodes, value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads one member of a value of unknown shape. */
export function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
