import { fileURLToPath } from 'node:url';
import express, { json, Router, urlencoded } from 'express';
import { pathId } from '../api/input.ts';
import type { Gateway } from '../gateway.ts';
import { answerPayment, attemptPayment, describeOrder } from './attempts.ts';
import { hostedPage } from './hosted-page.ts';

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

/** What shops load or lead to, at the paths that they have on Razorpay's hosts: the script, and the hosted checkout. */
export function shopEntrances(): Router {
  const router = Router();
  router.get('/v1/checkout.js', (_req, res) => {
    res.sendFile('checkout.js', { root: assets, cacheControl: false });
  });
  router.post('/v1/checkout/embedded', urlencoded({ extended: false }), (req, res) => {
    res.type('html').send(hostedPage(req.body));
  });
  return router;
}
