import { cellsOf } from '@serene/shared/scheduling';
import { Types } from 'mongoose';
import { ClaimModel, type ClaimRecord } from '../src/features/claims/index.ts';

type Taken = {
  expert: { _id: Types.ObjectId };
  startsAt: string;
  minutes?: number;
  bufferMinutes?: number;
  /** Makes it a hold that ends then; without it the time is sold. */
  heldUntil?: string;
  userId?: Types.ObjectId;
};

/** A claim as it is after a sale, or while somebody is paying. */
export function draftClaim(taken: Taken): ClaimRecord {
  const { expert, startsAt, minutes = 60, bufferMinutes = 0, heldUntil, userId = new Types.ObjectId() } = taken;
  const start = Date.parse(startsAt);
  const end = start + minutes * 60_000;
  const busyUntil = end + bufferMinutes * 60_000;
  return {
    _id: new Types.ObjectId(),
    expertId: expert._id,
    userId,
    paymentId: new Types.ObjectId(),
    startsAt: new Date(start),
    endsAt: new Date(end),
    busyUntil: new Date(busyUntil),
    cells: cellsOf(start, busyUntil),
    kind: heldUntil === undefined ? 'session' : 'hold',
    ...(heldUntil === undefined ? {} : { expiresAt: new Date(heldUntil) }),
    sessionTypeId: null,
    seats: 1,
    createdAt: new Date(start - 86_400_000),
  };
}

/** Inserts such a claim. */
export async function buildClaim(taken: Taken): Promise<ClaimRecord> {
  const claim = draftClaim(taken);
  await ClaimModel.create(claim);
  return claim;
}
