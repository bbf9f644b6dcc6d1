import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import { listMails, mailsOfSession } from './list-mails.ts';
import { retryMail } from './retry-mail.ts';

/** What became of mails: `/sessions/:id/mails` for the expert, `/admin/mails` for the admin. */
export function mailRoutes({ endpoint, clock }: { endpoint: MountEndpoint; clock: Clock }): Router {
  const router = createRouter();

  endpoint(router, 'GET /sessions/:id/mails', async ({ params, principal }) => {
    return { status: 200, body: { success: true, mails: await mailsOfSession(params.id, principal) } };
  });

  endpoint(router, 'GET /admin/mails', async ({ query }) => {
    return { status: 200, body: { success: true, ...(await listMails(query)) } };
  });

  endpoint(router, 'POST /admin/mails/:id/retry', async ({ params, principal }) => {
    const mail = await retryMail({ clock }, { mailId: params.id, adminId: principal.userId });
    return { status: 200, body: { success: true, mail } };
  });

  return router;
}
