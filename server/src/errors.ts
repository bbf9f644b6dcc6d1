import { errorStatus, type DetailsOf, type ErrorCode } from '@serene/shared/contracts';

type AppErrorOptions<Code extends ErrorCode> = {
  details?: DetailsOf<Code> | undefined;
  cause?: unknown;
  retryAfterSeconds?: number;
};

/** Details go with the code that they belong to. */
type AppErrorParts = {
  [Code in ErrorCode]: [code: Code, message: string, options?: AppErrorOptions<Code> | undefined];
}[ErrorCode];

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

  constructor(...[code, message, options = {}]: AppErrorParts) {
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
