import { raw, type Router } from 'express';
import type { Gateways } from '../../../gateways/payment/registry.ts';
import type { Clock } from '../../../infra/clock.ts';
import { receiveWebhook } from './receive-webhook.ts';
import { createRouter } from '../../../http/router.ts';

/** Far above any event of the gateway. */
const largestBody = '1mb';

/** The webhook of each gateway. Mounted before the JSON parser: the signature covers the raw bytes. */
export function webhookRoutes({ gateways, clock }: { gateways: Gateways; clock: Clock }): Router {
  const router = createRouter();
  const rawBody = raw({ type: () => true, limit: largestBody });
  for (const gateway of gateways.all) {
    router.post(`/payments/webhooks/${gateway.provider}`, rawBody, async (request, response) => {
      await receiveWebhook({ gateway, clock }, { rawBody: request.body, headers: request.headers });
      response.json({ success: true });
    });
  }
  return router;
}
