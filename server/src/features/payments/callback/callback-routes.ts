import { Router, urlencoded } from 'express';
import { networkOf } from '../../../http/network.ts';
import { receiveCallback, type CallbackDependencies, type CallbackOutcome } from './receive-callback.ts';

/**
 * `POST /payments/callback`: the form that the gateway's page posts from browsers without an iframe. It comes without
 * sign-in and is answered with a page of the web app (303), so it is no endpoint of the JSON contract.
 */
export function callbackRoutes(dependencies: CallbackDependencies & { frontendUrl: string }): Router {
  const router = Router();
  router.post('/payments/callback', urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    const outcome = await receiveCallback(dependencies, { form: request.body, network: networkOf(request) });
    response.redirect(303, new URL(pageOf(outcome), dependencies.frontendUrl).href);
  });
  return router;
}

/** The web app's pages after a payment. */
function pageOf(outcome: CallbackOutcome): string {
  if (outcome.outcome === 'booked') {
    const { sessionId, paymentId } = outcome;
    return `/booking/success?${new URLSearchParams({ sessionId, paymentId }).toString()}`;
  }
  const search = new URLSearchParams({ error: outcome.error });
  if (outcome.orderId !== null) search.set('orderId', outcome.orderId);
  return `/booking/failed?${search.toString()}`;
}
