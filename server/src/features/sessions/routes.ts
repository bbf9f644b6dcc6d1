import type { Duration } from '@serene/shared/scheduling';
import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { networkOf } from '../../http/network.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import type { MailBrand } from '../notifications/index.ts';
import { calendarFile, linkedCalendarEntry, linkedCalendarFile } from './calendar-file.ts';
import type { CalendarFileLinks } from './calendar-file-links.ts';
import { listOwnSessions } from './list-own-sessions.ts';
import { listReviews } from './list-reviews.ts';
import type { SessionRecord } from './model.ts';
import { presentSession, type SessionDisplay } from './presenter.ts';
import { loadOwnSession, loadPeople, type SessionPeople } from './session-access.ts';

type SlotRequest = {
  principal: Principal;
  slot: {
    expertId: string;
    scheduledDate: string;
    scheduledTime: string;
    duration: Duration;
    startsAt?: string | undefined;
  };
};

export type SessionRouteDependencies = {
  endpoint: MountEndpoint;
  clock: Clock;
  display: SessionDisplay;
  /** For calendar files. */
  brand: MailBrand;
  calendarFileLinks: CalendarFileLinks;
  /** Money makes sessions, so payments lend these two doors of `POST /sessions` (rule M9). */
  sessionForPayment: (
    request: SlotRequest & { paymentId: string },
  ) => Promise<{ session: SessionRecord; created: boolean }>;
  bookFreeSession: (
    request: SlotRequest & { network: string },
  ) => Promise<{ session: SessionRecord; created: boolean }>;
};

/** `/sessions`: a person's own sessions, and what their customers say of an expert's. */
export function sessionRoutes(dependencies: SessionRouteDependencies): Router {
  const { endpoint, clock, display, brand, calendarFileLinks } = dependencies;
  const router = createRouter();
  const present = (people: SessionPeople, principal: Principal) =>
    presentSession({ ...people, viewerId: principal.userId, now: clock.now(), ...display });

  endpoint(router, 'POST /sessions', async ({ body, principal, request }) => {
    const { paymentId, ...slot } = body;
    const asked = { principal, slot };
    const { session, created } =
      paymentId === undefined
        ? await dependencies.bookFreeSession({ ...asked, network: networkOf(request) })
        : await dependencies.sessionForPayment({ ...asked, paymentId });
    const presented = present(await loadPeople(session), principal);
    return { status: created ? 201 : 200, body: { success: true, session: presented } };
  });

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
