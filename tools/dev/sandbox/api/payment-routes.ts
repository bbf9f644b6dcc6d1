import { Router, type Request } from 'express';
import { unknownId } from '../errors.ts';
import { commit, findPayment, type Gateway } from '../gateway.ts';
import { capturePayment } from '../operations/payments.ts';
import { createRefund, findRefund } from '../operations/refunds.ts';
import { hiddenAfter, page } from './collections.ts';
import { endpoint } from './endpoint.ts';
import { expansions, notesEditSchema, parseBody, pathId } from './input.ts';
import { createLocks, type Claim } from './locks.ts';
import { toCard, toPayment, toRefund } from './present.ts';

export function paymentRoutes(gateway: Gateway): Router {
  const router = Router();
  const exclusive = { locks: createLocks(), claim };

  const find = (req: Request) => findPayment(gateway, paymentId(req));

  function list(req: Request) {
    return page(req, gateway.store.payments.values(), {
      present: (payment) => toPayment(payment, withCard(req)),
      hiddenAfter: hiddenAfter(gateway),
    });
  }

  function edit(req: Request) {
    const payment = { ...find(req), ...parseBody(notesEditSchema, req.body) };
    commit(gateway, { payments: [payment] }, []);
    return toPayment(payment);
  }

  function card(req: Request) {
    const { method } = find(req);
    if (method.kind !== 'card') throw unknownId();
    return toCard(method);
  }

  function refundOf(req: Request) {
    const refund = findRefund(gateway, pathId(req, 'refundId', 'refund'));
    if (refund.paymentId !== paymentId(req)) throw unknownId();
    return toRefund(refund);
  }

  const capture = (req: Request) => toPayment(capturePayment(gateway, paymentId(req), req.body));
  const refund = (req: Request) => toRefund(createRefund(gateway, { ...claim(req), body: req.body }));
  const refunds = (req: Request) => page(req, gateway.store.refundsOf(find(req).id), { present: toRefund });

  router.get('/payments', endpoint(gateway, list));
  router.get(
    '/payments/:id',
    endpoint(gateway, (req) => toPayment(find(req), withCard(req))),
  );
  router.patch('/payments/:id', endpoint(gateway, edit));
  router.get('/payments/:id/card', endpoint(gateway, card));
  router.post('/payments/:id/capture', endpoint(gateway, capture, exclusive));
  router.post('/payments/:id/refund', endpoint(gateway, refund, exclusive));
  router.get('/payments/:id/refunds', endpoint(gateway, refunds));
  router.get('/payments/:id/refunds/:refundId', endpoint(gateway, refundOf));
  return router;
}

const paymentId = (req: Request) => pathId(req, 'id', 'payment');
const withCard = (req: Request) => ({ withCard: expansions(req).has('card') });

function claim(req: Request): Claim {
  return { paymentId: paymentId(req), idempotencyKey: req.get('x-refund-idempotency') };
}
