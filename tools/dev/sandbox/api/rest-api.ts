import { json, Router } from 'express';
import { generic } from '../errors.ts';
import type { Gateway } from '../gateway.ts';
import { authenticate } from './auth.ts';
import { disputeRoutes } from './dispute-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { refundRoutes } from './refund-routes.ts';

/** Razorpay's REST API under `/v1`, as far as a booking needs it. Browsers are not let in: there is no CORS. */
export function restApi(gateway: Gateway): Router {
  const router = Router();
  router.use(authenticate(gateway), json());
  router.use(orderRoutes(gateway), paymentRoutes(gateway), refundRoutes(gateway), disputeRoutes(gateway));
  // Unknown paths and wrong verbs alike: 400 with this text, not 404.
  router.use(() => {
    throw generic('The requested URL was not found on the server.');
  });
  return router;
}
