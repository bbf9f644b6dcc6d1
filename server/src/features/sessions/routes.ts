import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import type { MailBrand } from '../notifications/index.ts';
import { calendarFile, linkedCalendarEntry, linkedCalendarFile } from './calendar-file.ts';
import type { CalendarFileLinks } from './calendar-file-links.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { listReviews } from './list-reviews.ts';
import { presentSession, type SessionDisplay } from './presenter.ts';
import { loadOwnSession, type SessionPeople } from './session-access.ts';

export type SessionRouteDependencies = {
  endpoint: MountEndpoint;
  clock: Clock;
  display: SessionDisplay;
  /** For calendar files. */
  brand: MailBrand;
  calendarFileLinks: CalendarFileLinks;
};

/** `/sessions`: a person's own sessions, and what their customers say of an expert's. */
export function sessionRoutes(dependencies: SessionRouteDependencies): Router {
  const { endpoint, clock, display, brand, calendarFileLinks } = dependencies;
  const router = createRouter();
  const present = (people: SessionPeople, principal: Principal) =>
    presentSession({ ...people, viewerId: principal.userId, now: clock.now(), ...display });

  endpoint(router, 'GET /sessions', async ({ query, principal }) => {
    const now = clock.now();
    const { as, when, cursor, limit } = query;
    const page = await listOwnSessions({ principal, as, when, cursor, limit, now, display });
    return { status: 200, body: { success: true, ...page, serverTime: now.toISOString() } };
  });

  endpoint(router, 'GET /experts/:id/reviews', async ({ params, query }) => {
    return { status: 200, body: { success: true, ...(await listReviews(params.id, query)) } };
  });

  endpoint(router, 'GET /sessions/:id', async ({ params, principal }) => {
    const session = present(await loadOwnSession(params.id, principal), principal);
    return { status: 200, body: { success: true, session, serverTime: clock.now().toISOString() } };
  });

  endpoint(router, 'GET /sessions/:id/calendar.ics', async ({ params, principal }) => {
    const people = await loadOwnSession(params.id, principal);
    const reader = people.session.userId.equals(principal.userId) ? 'customer' : 'expert';
    return calendarFile(people, { brand, now: clock.now(), reader });
  });

  endpoint(router, 'GET /calendar-files/:token.ics', ({ params }) =>
    linkedCalendarFile(calendarFileLinks.readToken(params.token), { brand, now: clock.now() }),
  );

  endpoint(router, 'GET /calendar-files/:token/:service', ({ params: { token, service } }) =>
    linkedCalendarEntry(calendarFileLinks.readToken(token), { service, brand, now: clock.now() }),
  );

  return router;
}
