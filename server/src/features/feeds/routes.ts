import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import type { MailBrand } from '../notifications/index.ts';
import { listFeedLinks, makeFeedLink, openFeed, revokeFeedLink } from './feed-links.ts';
import { writeBusyFeed } from './write-busy-feed.ts';
import { writeSessionsFeed } from './write-sessions-feed.ts';

type Dependencies = { endpoint: MountEndpoint; clock: Clock; brand: MailBrand };

const writers = { sessions: writeSessionsFeed, busy: writeBusyFeed };

/** `/me/calendar-feeds` and the calendars behind its links. */
export function feedRoutes({ endpoint, clock, brand }: Dependencies): Router {
  const router = createRouter();
  const { frontendUrl } = brand;

  endpoint(router, 'GET /me/calendar-feeds', async ({ principal }) => {
    return { status: 200, body: { success: true, feeds: await listFeedLinks(principal.userId) } };
  });

  endpoint(router, 'POST /me/calendar-feeds/:kind', async ({ params, principal }) => {
    const { url, createdAt } = await makeFeedLink({ clock, frontendUrl }, { kind: params.kind, principal });
    return { status: 201, body: { success: true, url, createdAt: createdAt.toISOString() } };
  });

  endpoint(router, 'DELETE /me/calendar-feeds/:kind', async ({ params, principal }) => {
    await revokeFeedLink({ userId: principal.userId, kind: params.kind });
    return { status: 200, body: { success: true } };
  });

  endpoint(router, 'GET /feeds/:token.ics', async ({ params }) => {
    const { kind, userId } = await openFeed(params.token);
    const headers = {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="calendar.ics"',
      'Cache-Control': 'private, max-age=300',
    };
    return { status: 200, body: await writers[kind](userId, { brand, now: clock.now() }), headers };
  });

  return router;
}
