import { raw, type Router } from 'express';
import type { PaymentGateway } from '../../../gateways/payment/port.ts';
import type { Clock } from '../../../infra/clock.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { createRouter } from '../../../http/router.ts';

/** Far above any event of the gateway. */
const largestBody = '1mb';

/** The gateway's webhook. Mounted before the JSON parser: the signature covers the raw bytes. */
export function webhookRoutes(dependencies: { gateway: PaymentGateway; clock: Clock }): Router {
  const router = createRouter();
  const rawBody = raw({ type: () => true, limit: largestBody });
  router.post('/payments/webhooks/razorpay', rawBody, async (request, response) => {
    await receiveWebhook(dependencies, {
      rawBody: request.body,
      signature: request.get('x-razorpay-signature'),
      eventId: request.get('x-razorpay-event-id'),
    });
    response.json({ success: true });
  });
  return router;
}
