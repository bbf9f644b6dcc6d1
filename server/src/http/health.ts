import express, { type Express, type Router } from 'express';
import { isDatabaseReady } from '../infra/mongo.ts';
import { createRouter } from './router.ts';

/**
 * `/healthz`: the process runs. `/readyz`: it can serve, so the database answers (its indexes were verified at start)
 * and nobody has asked the process to stop.
 */
export function healthRoutes(draining?: AbortSignal): Router {
  const router = createRouter();
  router.get('/healthz', (_request, response) => {
    response.json({ success: true });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = draining?.aborted !== true && (await isDatabaseReady());
    response.status(ready ? 200 : 503).json({ success: ready });
  });
  return router;
}

/** All that a worker serves: how it is. */
export function createHealthApp(draining?: AbortSignal): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(healthRoutes(draining));
  app.use((_request, response) => {
    response.sendStatus(404);
  });
  return app;
}
