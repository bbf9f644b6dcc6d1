import { Router } from 'express';
import { notFound } from '../../errors.ts';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { listExperts } from './list-experts.ts';
import { presentExpert, presentExpertCard } from './presenter.ts';
import { findExpert } from './repository.ts';

/** `/experts`: the list and the profile. */
export function expertRoutes({ endpoint }: { endpoint: MountEndpoint }): Router {
  const router = Router();

  endpoint(router, 'GET /experts', async ({ query }) => {
    const { experts, ...page } = await listExperts(query);
    return { status: 200, body: { success: true, experts: experts.map(presentExpertCard), ...page } };
  });

  endpoint(router, 'GET /experts/:id', async ({ params }) => {
    const expert = await findExpert(params.id);
    if (!expert) throw notFound('The expert');
    return { status: 200, body: { success: true, expert: presentExpert(expert) } };
  });

  return router;
}
