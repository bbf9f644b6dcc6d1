import type { RequestHandler } from 'express';
import { isDatabaseReady, unreachable } from '../infra/mongo.ts';
import { sendError } from './error-handler.ts';

/** With the ping after it, an answer comes within ten seconds. */
const usualPatienceMs = 8_000;

/**
 * Answers 503 when a request has waited for `patienceMs` and the database does not answer a ping either. The handler is
 * not stopped: like an answer that got lost, this one does not say that nothing happened.
 */
export function databasePatience(patienceMs = usualPatienceMs): RequestHandler {
  return (request, response, next) => {
    const look = async () => {
      if (response.headersSent) return;
      const ready = await isDatabaseReady();
      if (response.headersSent || response.destroyed) return;
      if (ready) timer = setTimeout(() => void look(), patienceMs);
      else sendError(request, response, unreachable());
    };
    let timer = setTimeout(() => void look(), patienceMs);
    response.once('close', () => clearTimeout(timer));
    next();
  };
}
