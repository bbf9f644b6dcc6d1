import { json, Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { parseBody, pathId } from './api/input.ts';
import { toDispute, toOrder, toPayment, toRefund } from './api/present.ts';
import { faultsSchema } from './faults.ts';
import { findOrder, type Gateway } from './gateway.ts';
import { closeDispute, openDispute } from './operations/disputes.ts';
import { approvePayment, failPayment, startPayment } from './operations/payments.ts';
import { finishRefund } from './operations/refunds.ts';
import { bankRefusal, timedOut } from './rules/failures.ts';
import { signPayment } from './signing.ts';
import type { Delivery, Payment } from './state/records.ts';

/** Doors for tests under `/_sandbox`, which Razorpay has not: no key is asked for, the sandbox listens locally only. */
export function controls(gateway: Gateway): Router {
  const router = Router();
  router.use(json());

  router.post('/orders/:id/pay', (req, res) => {
    res.json(toAnswer(gateway, pay(gateway, req)));
  });
  router.post('/payments/:id/complete', (req, res) => {
    const payment = complete(gateway, req);
    // The sandbox's own page sends a form and wants to be shown again.
    if (isForm(req)) res.redirect(303, '/');
    else res.json(toAnswer(gateway, payment));
  });
  router.post('/refunds/:id/complete', (req, res) => {
    const { outcome } = parseBody(refundOutcomeSchema, req.body);
    res.json(toRefund(finishRefund(gateway, pathId(req, 'id', 'refund'), outcome)));
  });

  router.post('/payments/:id/dispute', (req, res) => {
    const { amount } = parseBody(disputeSchema, req.body);
    res.json(toDispute(openDispute(gateway, pathId(req, 'id', 'payment'), amount)));
  });
  router.post('/disputes/:id/close', (req, res) => {
    const { outcome } = parseBody(disputeOutcomeSchema, req.body);
    res.json(toDispute(closeDispute(gateway, pathId(req, 'id', 'dispute'), outcome)));
  });

  const showFaults = (res: Response) => res.json(gateway.faults.current());
  router.get('/faults', (_req, res) => showFaults(res));
  router.post('/faults', (req, res) => {
    gateway.faults.add(parseBody(faultsSchema, req.body));
    showFaults(res);
  });
  router.delete('/faults', (_req, res) => {
    gateway.faults.clear();
    showFaults(res);
  });

  router.get('/state', (_req, res) => {
    res.json(describeState(gateway));
  });
  return router;
}

const paySchema = z.strictObject({ outcome: z.enum(['captured', 'failed', 'authorized', 'late']).default('captured') });
const completeSchema = z.strictObject({ outcome: z.enum(['approved', 'failed']).default('approved') });
const disputeSchema = z.strictObject({ amount: z.int().positive().optional() });
const disputeOutcomeSchema = z.strictObject({ outcome: z.enum(['won', 'lost', 'closed']) });
const refundOutcomeSchema = z.strictObject({ outcome: z.enum(['processed', 'failed']) });

/**
 * A customer's payment without a browser. An order that is paid already is not refused here, as if the customer had
 * had the bank's page open twice: the second payment is approved and returned. `late` leaves a payment that timed out
 * and that `POST /_sandbox/payments/:id/complete` approves after all.
 */
function pay(gateway: Gateway, req: Request): Payment {
  const order = findOrder(gateway, pathId(req, 'id', 'order'));
  const { outcome } = parseBody(paySchema, req.body);
  const method = { kind: 'upi', vpa: outcome === 'failed' ? 'failure@razorpay' : 'success@razorpay' } as const;
  const { id } = startPayment(gateway, order, { method });
  if (outcome === 'failed') return failPayment(gateway, id, bankRefusal(method));
  if (outcome === 'late') return failPayment(gateway, id, timedOut());
  return approvePayment(gateway, id, outcome === 'captured');
}

/** The bank's answer to a payment that awaits it, or, after a failure, its late approval. */
function complete(gateway: Gateway, req: Request): Payment {
  const id = pathId(req, 'id', 'payment');
  const { outcome } = parseBody(completeSchema, req.body);
  return outcome === 'approved' ? approvePayment(gateway, id) : failPayment(gateway, id, timedOut());
}

function toAnswer({ keySecret }: Gateway, { orderId, id }: Payment) {
  return signPayment(orderId, id, keySecret);
}

function isForm(req: Request): boolean {
  return req.is('application/x-www-form-urlencoded') !== false && req.accepts(['json', 'html']) === 'html';
}

function describeState({ store, faults }: Gateway) {
  return {
    orders: [...store.orders.values()].map(toOrder),
    payments: [...store.payments.values()].map((payment) => toPayment(payment, { withCard: true })),
    refunds: [...store.refunds.values()].map(toRefund),
    disputes: [...store.disputes.values()].map(toDispute),
    webhooks: [...store.deliveries.values()].map(describeDelivery),
    faults: faults.current(),
  };
}

function describeDelivery({ body, dueAt, ...delivery }: Delivery) {
  const payload: unknown = JSON.parse(body);
  return { ...delivery, dueAt: new Date(dueAt).toISOString(), payload };
}
