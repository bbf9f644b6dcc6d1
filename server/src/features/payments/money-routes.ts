import type { Router } from 'express';
import { Types } from 'mongoose';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import { listDisputes } from './disputes/list-disputes.ts';
import { refundPayment } from './refunds/refund-payment.ts';
import { paymentDetails } from './payment-details.ts';

/** The money of bookings after they were paid: what its customer and an admin see and do. */
export function moneyRoutes({ endpoint, clock }: { endpoint: MountEndpoint; clock: Clock }): Router {
  const router = createRouter();

  endpoint(router, 'GET /payments/:id', async ({ params, principal }) => {
    const payment = await paymentDetails(new Types.ObjectId(params.id), principal);
    return { status: 200, body: { success: true, payment } };
  });

  endpoint(router, 'POST /payments/:id/refund', async ({ params, body, principal }) => {
    const paymentId = new Types.ObjectId(params.id);
    await refundPayment({ clock }, { ...body, paymentId, adminId: principal.userId });
    return { status: 200, body: { success: true, payment: await paymentDetails(paymentId, principal) } };
  });

  endpoint(router, 'GET /admin/disputes', async () => {
    return { status: 200, body: { success: true, disputes: await listDisputes() } };
  });

  return router;
}
