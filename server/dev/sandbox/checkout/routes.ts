import { fileURLToPath } from 'node:url';
import express, { json, Router } from 'express';
import { pathId } from '../api/input.ts';
import type { Gateway } from '../gateway.ts';
import { answerPayment, attemptPayment, describeOrder } from './attempts.ts';

const assets = fileURLToPath(new URL('./assets', import.meta.url));

/** The hosted page of the test checkout under `/checkout`, which `checkout.js` shows in a frame, and its requests. */
export function checkoutPage(gateway: Gateway): Router {
  const router = Router();
  router.use(express.static(assets, { index: 'page.html', redirect: false, cacheControl: false }), json());
  router.get('/order', (req, res) => {
    res.json(describeOrder(gateway, req.query));
  });
  router.post('/payments', (req, res) => {
    res.json(attemptPayment(gateway, req.body));
  });
  router.post('/payments/:id/answer', (req, res) => {
    res.json(answerPayment(gateway, pathId(req, 'id', 'payment'), req.body));
  });
  return router;
}

/** The script that shops load, at the path that it has on Razorpay's host. */
export function checkoutScript(): Router {
  const router = Router();
  router.get('/v1/checkout.js', (_req, res) => {
    res.sendFile('checkout.js', { root: assets, cacheControl: false });
  });
  return router;
}
