import { Router, type Request } from 'express';
import { commit, type Gateway } from '../gateway.ts';
import { findRefund } from '../operations/refunds.ts';
import { hiddenAfter, page } from './collections.ts';
import { endpoint } from './endpoint.ts';
import { notesEditSchema, parseBody, pathId } from './input.ts';
import { toRefund } from './present.ts';

export function refundRoutes(gateway: Gateway): Router {
  const router = Router();
  const find = (req: Request) => findRefund(gateway, pathId(req, 'id', 'refund'));

  function list(req: Request) {
    return page(req, gateway.store.refunds.values(), { present: toRefund, hiddenAfter: hiddenAfter(gateway) });
  }

  function edit(req: Request) {
    const refund = { ...find(req), ...parseBody(notesEditSchema, req.body) };
    commit(gateway, { refunds: [refund] }, []);
    return toRefund(refund);
  }

  router.get('/refunds', endpoint(gateway, list));
  router.get(
    '/refunds/:id',
    endpoint(gateway, (req) => toRefund(find(req))),
  );
  router.patch('/refunds/:id', endpoint(gateway, edit));
  return router;
}
