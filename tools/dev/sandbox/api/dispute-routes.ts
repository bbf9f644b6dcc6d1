import { Router } from 'express';
import type { Gateway } from '../gateway.ts';
import { findDispute } from '../operations/disputes.ts';
import { hiddenAfter, page } from './collections.ts';
import { endpoint } from './endpoint.ts';
import { pathId } from './input.ts';
import { toDispute } from './present.ts';

export function disputeRoutes(gateway: Gateway): Router {
  const router = Router();
  router.get(
    '/disputes',
    endpoint(gateway, (req) =>
      page(req, gateway.store.disputes.values(), { present: toDispute, hiddenAfter: hiddenAfter(gateway) }),
    ),
  );
  router.get(
    '/disputes/:id',
    endpoint(gateway, (req) => toDispute(findDispute(gateway, pathId(req, 'id', 'dispute')))),
  );
  return router;
}
