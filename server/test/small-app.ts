import express, { type Express, type Router } from 'express';
import { errorHandler, unknownPath } from '../src/http/error-handler.ts';
import { requestId } from '../src/http/request-id.ts';
import { createLogger } from '../src/infra/logger.ts';

/** The routes of some features as they stand in the real app, and nothing else: what a feature's own tests talk to. */
export function smallApp(...routers: Router[]): Express {
  const app = express();
  app.use(requestId, express.json());
  app.use('/api/v1', ...routers);
  app.use(unknownPath, errorHandler(createLogger('silent')));
  return app;
}
