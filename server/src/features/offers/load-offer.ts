import { Types } from 'mongoose';
import { notFound } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findExpertById, type ExpertRecord } from '../experts/index.ts';
import type { SessionTypeRecord } from './model.ts';
import { isForSale } from './offer.ts';
import { findSessionType } from './repository.ts';
import { sessionTypesOf } from './session-types-of.ts';

type OfferList = {
  expertId: Types.ObjectId;
  /** Heard from the expert and admins alone. */
  includeInactive: boolean;
  viewer: Principal | null;
};

/**
 * An expert's session types, shortest first: all of them for the expert and admins who ask so, for anybody else those
 * that can be booked.
 * @throws AppError NOT_FOUND
 */
export async function listOffers({ expertId, includeInactive, viewer }: OfferList): Promise<{
  expert: ExpertRecord;
  types: readonly SessionTypeRecord[];
  isOwner: boolean;
}> {
  const expert = await findExpertById(expertId);
  const isOwner = expert !== null && mayEdit(expert, viewer);
  if (!expert || (!expert.isActive && !isOwner)) throw notFound('The expert');
  const types = await sessionTypesOf(expert);
  const listed = includeInactive && isOwner ? types : types.filter((type) => isForSale(expert, type));
  return { expert, types: listed, isOwner };
}

/** @throws AppError NOT_FOUND, also for one that is switched off, unless its expert or an admin asks */
export async function loadOffer(
  id: string,
  viewer: Principal | null,
): Promise<{ expert: ExpertRecord; type: SessionTypeRecord; isOwner: boolean }> {
  const type = await findSessionType(new Types.ObjectId(id));
  const expert = type && (await findExpertById(type.expertId));
  const isOwner = expert !== null && mayEdit(expert, viewer);
  if (!type || !expert || !(isOwner || isForSale(expert, type))) throw notFound('The offer');
  return { expert, type, isOwner };
}

function mayEdit({ userId }: ExpertRecord, viewer: Principal | null): boolean {
  return viewer !== null && (viewer.roles.includes('admin') || viewer.userId.equals(userId));
}
