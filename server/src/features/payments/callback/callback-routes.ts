import cookieParser from 'cookie-parser';
import { type RequestHandler, type Router, urlencoded } from 'express';
import { z } from 'zod';
import { notFound } from '../../../errors.ts';
import type { MountEndpoint } from '../../../http/endpoint.ts';
import { networkOf } from '../../../http/network.ts';
import { createRouter } from '../../../http/router.ts';
import { presentReported } from '../presenter.ts';
import { describeSettlement } from '../settlement/settle.ts';
import { paymentReferenceSchema } from '@serene/shared/contracts';
import {
  receiveCallback,
  type CallbackDependencies,
  type CallbackOutcome,
  type NamedPayment,
} from './receive-callback.ts';
import { createReportedPaymentCookie } from './reported-payment.ts';

type CallbackRouteDependencies = CallbackDependencies & {
  endpoint: MountEndpoint;
  frontendUrl: string;
  secret: string;
};

/** Pages of the release before name the gateway's order. What makes no sense is not named at all. */
const referenceSchema = paymentReferenceSchema.optional().catch(undefined);
const namedSchema = z
  .object({ paymentId: referenceSchema, orderId: referenceSchema })
  .transform(({ paymentId, orderId }): NamedPayment => ({
    ...(paymentId && { paymentId }),
    ...(orderId && { orderId }),
  }));

/**
 * What the gateway's page brings back from browsers that show it in no frame. The forms come without a sign-in and are
 * answered with a page of the web app (303), never of another site, so they are no endpoints of the JSON contract.
 */
export function callbackRoutes(dependencies: CallbackRouteDependencies): Router {
  const { endpoint, frontendUrl } = dependencies;
  const router = createRouter();
  const cookie = createReportedPaymentCookie(dependencies);
  const pageUrl = (path: string) => new URL(path, frontendUrl).href;

  router.post('/payments/callback', urlencoded({ extended: false, limit: '10kb' }), async (request, response) => {
    const outcome = await receiveCallback(dependencies, { form: request.body, network: networkOf(request) });
    if (outcome.paymentId !== null) cookie.write(response, outcome.paymentId);
    response.redirect(303, pageUrl(pageOf(outcome)));
  });

  // Where the customer turned back: the method is not documented, and nothing is changed.
  const turnedBack: RequestHandler = (request, response) => {
    response.redirect(303, pageUrl(failedPage('payment_cancelled', namedSchema.parse(request.query))));
  };
  router.get('/payments/callback/cancelled', turnedBack);
  router.post('/payments/callback/cancelled', turnedBack);

  router.use('/payments/reported', cookieParser());
  endpoint(router, 'GET /payments/reported', async ({ request }) => {
    const paymentId = cookie.read(request);
    if (!paymentId) throw notFound('The payment');
    const payment = presentReported(await describeSettlement(paymentId));
    return { status: 200, body: { success: true, payment } };
  });
  return router;
}

/** The web app's pages after a payment. */
function pageOf(outcome: CallbackOutcome): string {
  if (outcome.outcome === 'failed') return failedPage(outcome.error, outcome.named);
  const search = { sessionId: outcome.sessionId, paymentId: outcome.paymentId.toHexString() };
  return `/booking/success?${new URLSearchParams(search).toString()}`;
}

function failedPage(error: string, named: NamedPayment): string {
  return `/booking/failed?${new URLSearchParams({ error, ...named }).toString()}`;
}
