import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { createRouter } from '../../http/router.ts';
import { listExperts } from './list-experts.ts';
import { presentExpert, presentExpertCard } from './presenter.ts';
import { showExpert } from './show-expert.ts';

/** `/experts`: the list and the profile. */
export function expertRoutes({ endpoint }: { endpoint: MountEndpoint }): Router {
  const router = createRouter();

  endpoint(router, 'GET /experts', async ({ query }) => {
    const { experts, ...page } = await listExperts(query);
    return { status: 200, body: { success: true, experts: experts.map(presentExpertCard), ...page } };
  });

  endpoint(router, 'GET /experts/:id', async ({ params }) => {
    return { status: 200, body: { success: true, expert: presentExpert(await showExpert(params.id)) } };
  });

  return router;
}
