import type { Router } from 'express';
import { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { MountEndpoint } from '../../http/endpoint.ts';
import type { Principal } from '../../http/principal.ts';
import { createRouter } from '../../http/router.ts';
import type { Clock } from '../../infra/clock.ts';
import { findExpertById, findExpertOfUser, type ExpertRecord } from '../experts/index.ts';
import { deleteSessionType } from './delete-session-type.ts';
import { listOffers, loadOffer } from './load-offer.ts';
import { orderSessionTypes } from './order-session-types.ts';
import { presentSessionType } from './presenter.ts';
import { saveHourlyOffer, showHourlyOffer } from './save-hourly-offer.ts';
import { createSessionType, updateSessionType } from './save-session-type.ts';

type OfferRouteDependencies = {
  endpoint: MountEndpoint;
  clock: Clock;
  /** Off while session types are not listed and not made (rule N3). */
  marketplace: 'on' | 'off';
};

/** What experts sell: `/scheduling/session-types`, and the hour that each begins with. */
export function offerRoutes({ endpoint, clock, marketplace }: OfferRouteDependencies): Router {
  const router = createRouter();
  const requireMarketplace = () => {
    if (marketplace === 'off') throw new AppError('FORBIDDEN', 'Session types are not switched on yet (MARKETPLACE).');
  };

  endpoint(router, 'GET /scheduling/session-types', async ({ query, principal }) => {
    const expertId = new Types.ObjectId(query.expertId);
    const includeInactive = query.includeInactive === 'true';
    const { expert, types, isOwner } = await listOffers({ expertId, includeInactive, viewer: principal });
    const listed = marketplace === 'on' || isOwner ? types : [];
    const sessionTypes = listed.map((type) => presentSessionType(type, expert, isOwner));
    return { status: 200, body: { success: true, sessionTypes }, headers: cacheFor(principal) };
  });

  // Before the path with an id: "order" would be taken for one.
  endpoint(router, 'PUT /scheduling/session-types/order', async ({ body, principal }) => {
    const { _id } = await ownProfile(principal);
    const { expert, types } = await orderSessionTypes(_id, body.ids);
    const sessionTypes = types.map((type) => presentSessionType(type, expert, true));
    return { status: 200, body: { success: true, sessionTypes } };
  });

  endpoint(router, 'POST /scheduling/session-types', async ({ body: { expertId, ...body }, principal }) => {
    requireMarketplace();
    const owner = await ownerFor(principal, expertId);
    const adminId = adminOf(principal, owner);
    const { expert, type } = await createSessionType({ clock }, { expertId: owner._id, body, adminId });
    return { status: 201, body: { success: true, sessionType: presentSessionType(type, expert, true) } };
  });

  endpoint(router, 'GET /scheduling/session-types/:id', async ({ params, principal }) => {
    const { expert, type, isOwner } = await loadOffer(params.id, principal);
    if (marketplace === 'off' && !isOwner) throw notFound('The offer');
    const sessionType = presentSessionType(type, expert, isOwner);
    return { status: 200, body: { success: true, sessionType }, headers: cacheFor(principal) };
  });

  endpoint(router, 'PUT /scheduling/session-types/:id', async ({ params, body: { version, ...body }, principal }) => {
    requireMarketplace();
    const { expert: owner, type: read } = await loadOwnOffer(params.id, principal);
    const adminId = adminOf(principal, owner);
    const { expert, type } = await updateSessionType({ clock }, { read, version, body, adminId });
    return { status: 200, body: { success: true, sessionType: presentSessionType(type, expert, true) } };
  });

  endpoint(router, 'DELETE /scheduling/session-types/:id', async ({ params, principal }) => {
    const { expert: owner, type: read } = await loadOwnOffer(params.id, principal);
    const { expert, type } = await deleteSessionType({ clock }, { read, adminId: adminOf(principal, owner) });
    const sessionType = type && presentSessionType(type, expert, true);
    return { status: 200, body: { success: true, deleted: type === null, sessionType } };
  });

  endpoint(router, 'GET /experts/me/hourly-offer', async ({ principal }) => {
    const { _id } = await ownProfile(principal);
    return { status: 200, body: { success: true, hourlyOffer: await showHourlyOffer(_id) } };
  });

  endpoint(router, 'PUT /experts/me/hourly-offer', async ({ body, principal }) => {
    const { _id } = await ownProfile(principal);
    return { status: 200, body: { success: true, hourlyOffer: await saveHourlyOffer(_id, body) } };
  });

  return router;
}

/** A list of a visitor may be some seconds old: a price of it ends as PRICE_CHANGED, never as another charge (rule F5). */
function cacheFor(viewer: Principal | null): Record<string, string> {
  return {
    'Cache-Control': viewer ? 'no-store' : 'public, max-age=30, stale-while-revalidate=300',
    // What a browser kept of a visitor is not what it shows to its owner.
    Vary: 'Authorization',
  };
}

/** @throws AppError NOT_FOUND, FORBIDDEN for whoever may not change it */
async function loadOwnOffer(id: string, principal: Principal) {
  const loaded = await loadOffer(id, principal);
  if (!loaded.isOwner) throw new AppError('FORBIDDEN', 'Only its expert can change this offer.');
  return loaded;
}

/** Who changes an offer, where it is not theirs. */
function adminOf({ userId }: Principal, owner: Pick<ExpertRecord, 'userId'>): Principal['userId'] | null {
  return owner.userId.equals(userId) ? null : userId;
}

/** Whose offer is made: the caller's own, or that of an expert whom an admin names. */
async function ownerFor(
  principal: Principal,
  expertId: string | undefined,
): Promise<Pick<ExpertRecord, '_id' | 'userId'>> {
  if (expertId === undefined) return ownProfile(principal);
  const isAdmin = principal.roles.includes('admin');
  if (!isAdmin && principal.expertId?.toHexString() !== expertId) {
    throw new AppError('FORBIDDEN', 'You can make offers of your own only.');
  }
  const expert = await findExpertById(new Types.ObjectId(expertId));
  if (!expert) throw notFound('The expert');
  return expert;
}

/** Asked for by account, since an access token may be older than the profile. */
async function ownProfile({ userId }: Principal): Promise<ExpertRecord> {
  const expert = await findExpertOfUser(userId);
  if (!expert) throw new AppError('FORBIDDEN', 'Only experts have offers.');
  return expert;
}
