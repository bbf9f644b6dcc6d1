import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

declare global {
  // Express is extended by merging with this namespace; there is no other way to type a property of its requests.
  // oxlint-disable-next-line typescript/no-namespace
  namespace Express {
    interface Request {
      /** Names one request in logs and error answers. */
      id: string;
    }
  }
}

/** Gives each request an id, or keeps the one a proxy gave if it looks like one. Answers carry it as `X-Request-Id`. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  request.id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
  response.set('X-Request-Id', request.id);
  next();
};
