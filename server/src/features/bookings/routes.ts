import type { Router } from 'express';
import type { MountEndpoint } from '../../http/endpoint.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import { presentSession, type SessionDisplay, type SessionPeople } from '../sessions/index.ts';
import { acceptRequest, rejectRequest } from './answer-request.ts';
import { cancelSession } from './cancel-session.ts';
import { completeSession, reportNoShow } from './close-session.ts';
import { rateSession } from './rate-session.ts';
import { rescheduleSession } from './reschedule-session.ts';

type BookingRouteDependencies = { endpoint: MountEndpoint; clock: Clock; display: SessionDisplay };

/** `/sessions/:id/…`: what its people do with a booked session. */
export function bookingRoutes(dependencies: BookingRouteDependencies): Router {
  const { endpoint, clock, display } = dependencies;
  const router = createRouter();
  const reply = async (change: Promise<SessionPeople>, { userId }: Principal) => {
    const session = presentSession({ ...(await change), viewerId: userId, now: clock.now(), ...display });
    return { status: 200 as const, body: { success: true as const, session } };
  };

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
