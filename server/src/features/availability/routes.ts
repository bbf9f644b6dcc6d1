import type { AvailabilityChange } from '@serene/shared/contracts';
import type { Duration } from '@serene/shared/scheduling';
import type { Router } from 'express';
import { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import type { MountEndpoint } from '../../http/endpoint.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import {
  findAnyExpert,
  findBookableExpert,
  findExpertOfUser,
  findExpertsByIds,
  presentOwnExpert,
} from '../experts/index.ts';
import { assertOffered, findBookedOffer, findOffer } from '../offers/index.ts';
import { loadOwnSession, type SessionRecord } from '../sessions/index.ts';
import { listDatesOfMonth, listSlotsOfDay, listTimeSlots } from './list-slots.ts';
import { nextFreeTimes } from './next-free-times.ts';
import { saveAvailability } from './save-availability.ts';
import type { SlotView } from './slot-query.ts';

/** An expert's free times, for everybody, and their hours, for themselves and for admins. */
export function availabilityRoutes({ endpoint, clock }: { endpoint: MountEndpoint; clock: Clock }): Router {
  const router = createRouter();

  const save = async (expertId: Types.ObjectId, change: AvailabilityChange, adminId: Types.ObjectId | null) => {
    const { expert, stranded } = await saveAvailability({ clock }, { expertId, change, adminId });
    const strandedSessions = stranded.map(({ _id, reference, startsAt }) => ({
      id: _id.toHexString(),
      reference,
      startsAt: startsAt.toISOString(),
    }));
    return { success: true as const, expert: presentOwnExpert(expert), strandedSessions };
  };

  // Before the paths with an id: "me" would be taken for one.
  endpoint(router, 'GET /experts/me/availability', async ({ principal }) => {
    return { status: 200, body: { success: true, expert: presentOwnExpert(await ownProfile(principal.userId)) } };
  });

  endpoint(router, 'GET /experts/next-times', async ({ query, principal }) => {
    const experts = await findExpertsByIds(query.ids.split(',').map((id) => new Types.ObjectId(id)));
    const viewer = principal ? { exceptHoldOf: principal.userId } : {};
    const now = clock.now();
    const times = experts
      .filter(({ isActive }) => isActive)
      .map((expert) => nextFreeTimes({ expert, now, count: query.count, ...viewer }));
    return { status: 200, body: { success: true, experts: await Promise.all(times) } };
  });

  endpoint(router, 'GET /experts/:id/availability', async ({ params, query, principal }) => {
    const view = await loadView(params.id, query, { viewer: principal, now: clock.now() });
    const day = await listSlotsOfDay(query.date, view);
    const { timezone, terms } = view;
    const duration = terms.durationMinutes;
    return { status: 200, body: { success: true, date: query.date, timezone, duration, ...day } };
  });

  endpoint(router, 'GET /experts/:id/available-dates', async ({ params, query, principal }) => {
    const view = await loadView(params.id, query, { viewer: principal, now: clock.now() });
    const month = query.month.includes('-') ? query.month : `${query.year}-${query.month.padStart(2, '0')}`;
    const dates = await listDatesOfMonth(month, view);
    const { timezone, terms } = view;
    const duration = terms.durationMinutes;
    return { status: 200, body: { success: true, month, timezone, duration, ...dates } };
  });

  endpoint(router, 'GET /scheduling/time-slots', async ({ query, principal }) => {
    const view = await loadView(query.expertId, query, { viewer: principal, now: clock.now() });
    return { status: 200, body: { success: true, timeSlots: await listTimeSlots(query, view) } };
  });

  endpoint(router, 'PUT /experts/availability', async ({ principal, body }) => {
    const { _id } = await ownProfile(principal.userId);
    return { status: 200, body: await save(_id, body, null) };
  });

  endpoint(router, 'POST /experts/availability', async ({ principal, body }) => {
    const { _id } = await ownProfile(principal.userId);
    return { status: 200, body: await save(_id, body, null) };
  });

  endpoint(router, 'PUT /experts/:id/availability', async ({ params, principal, body }) => {
    const expert = await findAnyExpert(params.id);
    if (!expert) throw notFound('The expert');
    return { status: 200, body: await save(expert._id, body, principal.userId) };
  });

  return router;
}

type SlotParameters = {
  duration: Duration;
  sessionTypeId?: string | undefined;
  timezone?: string | undefined;
  moving?: string | undefined;
};

/** Whose slots are asked for, and how they are to be shown. @throws AppError NOT_FOUND, VALIDATION_FAILED, OFFER_CHANGED */
async function loadView(
  idOrSlug: string,
  { duration: asked, sessionTypeId, timezone, moving }: SlotParameters,
  { viewer, now }: { viewer: Principal | null; now: Date },
): Promise<SlotView> {
  const expert = await findBookableExpert(idOrSlug);
  if (!expert) throw notFound('The expert');
  const moved = moving === undefined ? null : await findMoved(moving, viewer);
  const offer = moved
    ? await findBookedOffer(expert, moved.sessionTypeId)
    : await findOffer(expert, sessionTypeId === undefined ? null : new Types.ObjectId(sessionTypeId));
  // A session type has one length; which one the page asks for says nothing then.
  const duration = offer.sessionTypeId === null || moved ? asked : (offer.durations[0] ?? asked);
  if (!moved) await assertOffered(expert, offer, duration);
  return {
    expert,
    terms: offer.terms(duration),
    timezone: timezone ?? expert.schedule.timezone,
    now,
    ...(viewer ? { exceptHoldOf: viewer.userId } : {}),
    ...(moved ? { exceptClaim: moved.claimId } : {}),
  };
}

/** The session that is to be moved; its duration stays, also where the expert no longer offers it. */
async function findMoved(sessionId: string, viewer: Principal | null): Promise<SessionRecord> {
  if (!viewer) throw notFound('The session');
  return (await loadOwnSession(sessionId, viewer)).session;
}

/** Asked for by account, since an access token may be older than the profile. */
async function ownProfile(userId: Types.ObjectId) {
  const expert = await findExpertOfUser(userId);
  if (!expert) throw notFound('Your expert profile');
  return expert;
}
