import { Router, type Request } from 'express';
import { commit, findOrder, type Gateway } from '../gateway.ts';
import { createOrder } from '../operations/orders.ts';
import type { Order } from '../state/records.ts';
import { hiddenAfter, page } from './collections.ts';
import { endpoint } from './endpoint.ts';
import { expansions, notesEditSchema, parseBody, pathId } from './input.ts';
import { toCollection, toOrder, toPayment } from './present.ts';

export function orderRoutes(gateway: Gateway): Router {
  const router = Router();
  const find = (req: Request) => findOrder(gateway, pathId(req, 'id', 'order'));

  function edit(req: Request) {
    const order = { ...find(req), ...parseBody(notesEditSchema, req.body) };
    commit(gateway, { orders: [order] }, []);
    return toOrder(order);
  }

  router.post(
    '/orders',
    endpoint(gateway, (req) => toOrder(createOrder(gateway, req.body))),
  );
  router.get(
    '/orders',
    endpoint(gateway, (req) => list(gateway, req)),
  );
  router.get(
    '/orders/:id',
    endpoint(gateway, (req) => present(gateway, find(req), expansions(req))),
  );
  router.patch('/orders/:id', endpoint(gateway, edit));
  router.get(
    '/orders/:id/payments',
    endpoint(gateway, (req) => payments(gateway, find(req), expansions(req).has('card'))),
  );
  return router;
}

function list(gateway: Gateway, req: Request) {
  const { receipt, authorized } = req.query;
  const wanted = [...gateway.store.orders.values()].filter(
    (order) =>
      (receipt === undefined || order.receipt === receipt) &&
      (authorized === undefined || isAuthorized(gateway, order) === (authorized === '1')),
  );
  const expand = expansions(req);
  return page(req, wanted, {
    present: (order) => present(gateway, order, expand),
    hiddenAfter: hiddenAfter(gateway),
  });
}

/** Whether a bank ever approved a payment of the order. */
function isAuthorized({ store }: Gateway, order: Order): boolean {
  return store.paymentsOf(order.id).some(({ status }) => status !== 'created' && status !== 'failed');
}

function present(gateway: Gateway, order: Order, expand: Set<string>) {
  const withCard = expand.has('payments.card');
  if (!withCard && !expand.has('payments')) return toOrder(order);
  return { ...toOrder(order), payments: payments(gateway, order, withCard) };
}

/** All attempts, failed ones included, oldest first. */
function payments({ store }: Gateway, order: Order, withCard: boolean) {
  return toCollection(store.paymentsOf(order.id).map((payment) => toPayment(payment, { withCard })));
}
