import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import type { ReqId } from 'pino-http';

/** Gives each request an id, or keeps the one a proxy gave if it looks like one. Answers carry it as `X-Request-Id`. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  request.id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.set('X-Request-Id', requestIdOf(request));
  next();
};

/** What names a request in logs and error answers. */
export function requestIdOf(request: IncomingMessage): string {
  const id: ReqId | undefined = request.id;
  return typeof id === 'string' ? id : '';
}
