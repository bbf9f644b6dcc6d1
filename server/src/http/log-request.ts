import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { pinoHttp } from 'pino-http';
import type { Logger } from '../infra/logger.ts';
import { requestIdOf } from './request-id.ts';

/** What is known of a request besides its line: who it was, and the code of the error that refused it. */
type Remarks = { userId?: string; code?: string };
const remarks = new WeakMap<IncomingMessage, Remarks>();

/** Adds to the log line of a request. Ids and codes only: never what somebody typed. */
export function remark(request: IncomingMessage, more: Remarks): void {
  remarks.set(request, { ...remarks.get(request), ...more });
}

/**
 * One line a request, of fields that are listed here: id, method, path, status, and who was let in or why not. Headers,
 * queries and bodies stay out, so that what is secret in them does too.
 */
export function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: requestIdOf,
    wrapSerializers: false,
    serializers: {
      req: (request: IncomingMessage) => ({
        id: requestIdOf(request),
        method: request.method,
        path: safePath(request),
      }),
      res: ({ statusCode }: ServerResponse) => ({ statusCode }),
    },
    customProps: (request) => ({ ...remarks.get(request) }),
  });
}

/** Path segments that are a secret: whoever reads one in a log could use it. */
const secretSegment = /\/(feeds|calendar-files|unsubscribe)\/[^/?]+/g;
/** What looks like a token wherever it stands; ids of ours are shorter. */
const longSegment = /[\w-]{40,}/g;

/** The path of a request as it may be told: without its query and without secrets. */
export function safePath(request: Pick<IncomingMessage, 'url'> & { originalUrl?: string }): string {
  const [path = ''] = (request.originalUrl ?? request.url ?? '').split('?');
  return path.replace(secretSegment, '/$1/…').replace(longSegment, '…');
}
