import { errorStatus, type ErrorCode } from '@serene/shared/contracts';

type AppErrorOptions = { details?: unknown; cause?: unknown; retryAfterSeconds?: number };

/**
 * The one error class of the server. The message is shown to people, so it says what to do;
 * `details` goes over the wire, `cause` to the log only.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: unknown;
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = errorStatus[code];
    this.details = options.details;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** 404 for what does not exist and for what belongs to somebody else: the two must look alike. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', `${what} was not found.`);
}
