import type { ErrorCode } from '@serene/shared/contracts';
import { ApiError } from './errors.ts';

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
  const answer = parseJson(text);
  const error = property(answer, 'success') === false ? property(answer, 'error') : undefined;
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

/** A newer server may have more codes than this page knows: those read as a plain failure, in the server's words. */
function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && /^[A-Z_]+$/.test(value);
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
