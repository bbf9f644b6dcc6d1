import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { remark, safePath } from './log-request.ts';
import { requestIdOf } from './request-id.ts';
import type { Logger } from '../infra/logger.ts';
import { isUnavailable, unreachable } from '../infra/mongo.ts';

/** Answers every error with the envelope of the contracts; only what is our fault is logged as an error. */
export function errorHandler(logger: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  // oxlint-disable-next-line max-params
  return (error: unknown, request, response, _next) => {
    // The request was answered while its handler still waited: `databasePatience` does that.
    if (response.writableEnded && isTooLate(error)) return;
    const known = toAppError(error);
    remark(request, { code: known.code });
    if (known.status >= 500) {
      logger.error(
        { err: error, requestId: requestIdOf(request), path: safePath(request), code: known.code },
        'request failed',
      );
    }
    if (response.writableEnded) return;
    if (response.headersSent) response.destroy();
    else sendError(request, response, known);
  };
}

function isTooLate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_HTTP_HEADERS_SENT';
}

/** Answers with the envelope of the contracts. */
export function sendError(request: Request, response: Response, error: AppError): void {
  if (error.retryAfterSeconds !== undefined) response.set('Retry-After', String(error.retryAfterSeconds));
  response.status(error.status).json({
    success: false,
    error: {
      code: error.code,
      message: error.message,
      ...(error.details === undefined ? {} : { details: error.details }),
      requestId: requestIdOf(request),
    },
  });
}

/** The answer for a path that no endpoint has. */
export const unknownPath: RequestHandler = (request) => {
  throw new AppError('NOT_FOUND', `There is no ${request.method} ${request.path}.`);
};

/** How body-parser marks its errors: what is wrong, the status for it, and whether that may be told. */
const requestErrorSchema = z
  .object({ type: z.string().catch(''), status: z.number().catch(500), expose: z.boolean().catch(false) })
  .catch({ type: '', status: 500, expose: false });

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (isUnavailable(error)) return unreachable(error);
  const { type, status, expose } = requestErrorSchema.parse(error);
  if (type === 'entity.too.large' || type === 'parameters.too.many')
    return new AppError('PAYLOAD_TOO_LARGE', 'The request is too large.', { cause: error });
  if (type === 'entity.parse.failed') {
    return new AppError('VALIDATION_FAILED', 'The body is not valid JSON.', { cause: error });
  }
  // A wrong encoding, a length that is not kept, an escape that is none: what was sent is at fault.
  if (error instanceof URIError || (expose && status >= 400 && status < 500)) {
    return new AppError('VALIDATION_FAILED', 'The request cannot be read.', { cause: error });
  }
  return new AppError(
    'INTERNAL',
    'Something went wrong on our side. Try again, or write to support with the request id.',
    {
      cause: error,
    },
  );
}
