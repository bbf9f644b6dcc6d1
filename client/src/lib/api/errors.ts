import type { DetailsOf, ErrorCode } from '@serene/shared/contracts';

/** The server's codes, and three of our own: no answer, one that is not of the API, and another person's sign-in. */
export type ApiErrorCode = ErrorCode | 'NETWORK' | 'BAD_RESPONSE' | 'OTHER_ACCOUNT';

type ApiErrorOptions = {
  status?: number;
  details?: unknown;
  requestId?: string;
  /** Seconds to wait before the next try. */
  retryAfter?: number;
  cause?: unknown;
};

/** The one error class of the client: every failed request ends as one. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  /** The HTTP status; 0 where no answer arrived. */
  readonly status: number;
  readonly details: unknown;
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;

  constructor(code: ApiErrorCode, message: string, options: ApiErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = options.status ?? 0;
    this.details = options.details;
    this.requestId = options.requestId;
    this.retryAfter = options.retryAfter;
  }
}

/** An `ApiError` with this code, and what the contract says that such an error tells. */
export type ErrorWithCode<Code extends ApiErrorCode> = ApiError & { code: Code; details: DetailsOf<Code> | undefined };

/** Whether the error is an `ApiError` with one of these codes. */
export function hasCode<Code extends ApiErrorCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is ErrorWithCode<Code> {
  return error instanceof ApiError && codes.some((code) => code === error.code);
}

/** Whether the same request may succeed a moment later, with nothing changed by anybody. */
export function isTransient(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code === 'BAD_RESPONSE') return error.status >= 500;
  return hasCode(error, 'NETWORK', 'BUSY', 'GATEWAY_UNAVAILABLE');
}
