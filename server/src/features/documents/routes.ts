import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { createRouter } from '../../http/router.ts';
import type { IssuingDependencies } from './document-of-payment.ts';
import { downloadReceipt, downloadRefundReceipt, type Download } from './download-receipt.ts';

/** `/payments/…/receipt`: invoices, credit notes and refund receipts. */
export function documentRoutes({
  endpoint,
  ...dependencies
}: IssuingDependencies & { endpoint: MountEndpoint }): Router {
  const router = createRouter();

  endpoint(router, 'GET /payments/:id/receipt', async ({ params, principal }) => {
    return file(await downloadReceipt(dependencies, { paymentId: params.id, viewer: principal }));
  });

  endpoint(router, 'GET /payments/:id/refunds/:refundId/receipt', async ({ params, principal }) => {
    const { id: paymentId, refundId } = params;
    return file(await downloadRefundReceipt(dependencies, { paymentId, refundId, viewer: principal }));
  });

  return router;
}

function file({ fileName, pdf }: Download) {
  return {
    status: 200 as const,
    body: pdf,
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      // Papers with a name on them do not stay behind in a shared browser.
      'Cache-Control': 'private, no-store',
    },
  };
}
