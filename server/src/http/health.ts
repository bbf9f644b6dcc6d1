import { Router } from 'express';
import { isDatabaseReady } from '../infra/mongo.ts';

/** `/healthz`: the process runs. `/readyz`: it can serve, so the database answers (its indexes were verified at start). */
export function healthRoutes(): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.json({ success: true });
  });
  router.get('/readyz', async (_request, response) => {
    const ready = await isDatabaseReady();
    response.status(ready ? 200 : 503).json({ success: ready });
  });
  return router;
}
