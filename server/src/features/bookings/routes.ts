import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import { networkOf } from '../../http/network.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import { nothingTold, readStart, type BookingWish } from '../availability/index.ts';
import { sessionForPayment, type NamedSlot, type SettleDependencies } from '../payments/index.ts';
import { loadPeople, presentSession, type SessionDisplay, type SessionPeople } from '../sessions/index.ts';
import { acceptRequest, rejectRequest } from './answer-request.ts';
import { cancelSession } from './cancel-session.ts';
import { bookFreeSession } from './free/book-free-session.ts';
import { completeSession, reportNoShow } from './close-session.ts';
import { rateSession } from './rate-session.ts';
import { rescheduleSession } from './reschedule-session.ts';

type BookingRouteDependencies = SettleDependencies & {
  endpoint: MountEndpoint;
  display: SessionDisplay;
  /** Off for load tests, where one machine plays many people. */
  limits: 'on' | 'off';
};

/** `POST /sessions`, where a session begins, and `/sessions/:id/…`, what its people do with it. */
export function bookingRoutes(dependencies: BookingRouteDependencies): Router {
  const { endpoint, clock, display, limits } = dependencies;
  const router = createRouter();
  const present = (people: SessionPeople, viewerId: Principal['userId']) =>
    presentSession({ ...people, viewerId, now: clock.now(), ...display });
  const reply = async (change: Promise<SessionPeople>, { userId }: Principal) => {
    const session = present(await change, userId);
    return { status: 200 as const, body: { success: true as const, session } };
  };

  endpoint(router, 'POST /sessions', async ({ body: { paymentId, ...slot }, principal: { userId }, request }) => {
    const { session, created } =
      paymentId === undefined
        ? await bookFreeSession(dependencies, {
            wish: await readSlot(slot, userId),
            network: limits === 'on' ? networkOf(request) : null,
          })
        : await sessionForPayment(dependencies, { paymentId, userId, slot });
    const presented = present(await loadPeople(session), userId);
    return { status: created ? 201 : 200, body: { success: true, session: presented } };
  });
  endpoint(router, 'POST /sessions/:id/cancel', ({ params, body, principal }) =>
    reply(cancelSession(dependencies, { ...body, sessionId: params.id, principal }), principal),
  );
  endpoint(router, 'POST /sessions/:id/reschedule', ({ params, body, principal }) => {
    const startsAt = new Date(body.startsAt);
    return reply(rescheduleSession(dependencies, { sessionId: params.id, principal, startsAt }), principal);
  });
  endpoint(router, 'POST /sessions/:id/accept', ({ params, principal }) =>
    reply(acceptRequest(dependencies, { sessionId: params.id, principal }), principal),
  );
  endpoint(router, 'POST /sessions/:id/reject', ({ params, body, principal }) =>
    reply(rejectRequest(dependencies, { ...body, sessionId: params.id, principal }), principal),
  );
  endpoint(router, 'POST /sessions/:id/complete', ({ params, principal }) =>
    reply(completeSession(dependencies, { sessionId: params.id, principal }), principal),
  );
  endpoint(router, 'POST /sessions/:id/no-show', ({ params, body, principal }) =>
    reply(reportNoShow(dependencies, { ...body, sessionId: params.id, principal }), principal),
  );
  endpoint(router, 'POST /sessions/:id/rating', ({ params, body, principal }) =>
    reply(rateSession(dependencies, { ...body, sessionId: params.id, principal }), principal),
  );
  return router;
}

/** What `POST /sessions` asks for: the wall clock of the expert, and the zone of the customer's profile (rule B1). */
async function readSlot(
  { scheduledDate, scheduledTime, duration, ...slot }: NamedSlot,
  userId: Principal['userId'],
): Promise<BookingWish> {
  const { expertId, startsAt } = await readStart({ ...slot, date: scheduledDate, time: scheduledTime });
  return { ...nothingTold, expertId, startsAt, duration, userId, clientTimezone: null };
}
