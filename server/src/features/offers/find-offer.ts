import type { Types } from 'mongoose';
import type { ExpertRecord, Offer, OfferingExpert } from '../experts/index.ts';
import { offerChanged } from './assert-offered.ts';
import type { SessionTypeRecord } from './model.ts';
import { offerOf } from './offer.ts';
import { findSessionType } from './repository.ts';
import { sessionTypesOf } from './session-types-of.ts';

type Offering = OfferingExpert & Pick<ExpertRecord, '_id' | 'name'>;

/**
 * An offer of an expert who was just read, for sale or not.
 * @param sessionTypeId null is the expert's hour
 * @throws AppError OFFER_CHANGED with what is offered now, for a type that is gone or another expert's
 */
export async function findOffer(expert: Offering, sessionTypeId: Types.ObjectId | null): Promise<Offer> {
  if (sessionTypeId === null) return offerOf(expert, null);
  const type = await findTypeOf(expert, sessionTypeId);
  if (!type) throw await offerChanged(expert);
  return offerOf(expert, type);
}

/** Whose session type it is; null for one that is gone. */
export async function findSessionTypeExpert(sessionTypeId: Types.ObjectId): Promise<Types.ObjectId | null> {
  return (await findSessionType(sessionTypeId))?.expertId ?? null;
}

/** The offer that something was booked by; the expert's hour lends its terms where the type is gone. */
export async function findBookedOffer(expert: Offering, sessionTypeId: Types.ObjectId | null): Promise<Offer> {
  const type = sessionTypeId && (await findTypeOf(expert, sessionTypeId));
  return offerOf(expert, type ?? null);
}

async function findTypeOf(expert: Offering, id: Types.ObjectId): Promise<SessionTypeRecord | undefined> {
  return (await sessionTypesOf(expert)).find(({ _id }) => _id.equals(id));
}
