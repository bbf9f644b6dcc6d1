import { dayMs } from '@serene/shared/time';
import type { ClientSession, Types } from 'mongoose';
import { ClaimModel, type ClaimRecord } from './model.ts';

/** A busy interval in epoch milliseconds, as the slot engine takes it. */
export type BusyInterval = [start: number, end: number, kind: 'held' | 'booked'];

type BusyQuery = {
  expertId: Types.ObjectId;
  from: Date;
  to: Date;
  now: Date;
  /** Leaves out the hold of this customer: their own hold must not hide the slot from them (rule S1). */
  exceptHoldOf?: Types.ObjectId;
  /** Leaves out the claim of a session that is to be moved: its own time must not be in its way (rule S1). */
  exceptClaim?: Types.ObjectId;
};

/** No claim is longer than a day: the longest duration and the longest buffer together stay below it. */
const longestClaimMs = dayMs;

type BusyRow = Pick<ClaimRecord, '_id' | 'userId' | 'startsAt' | 'busyUntil' | 'kind' | 'expiresAt'>;

/**
 * What occupies an expert in a range: sessions, and holds that have not ended. Never recomputed from today's buffer (S1).
 * Asked for each list of slots, so through the driver: mongoose has nothing to add to rows that are only read.
 */
export async function findBusy(query: BusyQuery): Promise<BusyInterval[]> {
  const rows = await ClaimModel.collection
    .find<BusyRow>(
      {
        expertId: query.expertId,
        startsAt: { $gte: new Date(query.from.getTime() - longestClaimMs), $lt: query.to },
      },
      { projection: { startsAt: 1, busyUntil: 1, kind: 1, expiresAt: 1, userId: 1 } },
    )
    .toArray();
  return rows
    .filter((row) => row.busyUntil > query.from)
    .filter((row) => row.kind === 'session' || isLiveHold(row, query.now))
    .filter((row) => row.kind === 'session' || !query.exceptHoldOf?.equals(row.userId))
    .filter((row) => !query.exceptClaim?.equals(row._id))
    .map((row) => [row.startsAt.getTime(), row.busyUntil.getTime(), row.kind === 'session' ? 'booked' : 'held']);
}

/** Whether a hold still stands at `now`. */
export function isLiveHold(claim: Pick<ClaimRecord, 'kind' | 'expiresAt'>, now: Date): boolean {
  return claim.kind === 'hold' && claim.expiresAt !== undefined && claim.expiresAt > now;
}

/** The claims that own any of these cells of an expert, expired holds included. */
export async function findClaimsOnCells(
  place: { expertId: Types.ObjectId; cells: number[] },
  transaction: ClientSession,
): Promise<ClaimRecord[]> {
  return ClaimModel.find({ expertId: place.expertId, cells: { $in: place.cells } })
    .session(transaction)
    .lean();
}

/** The one hold that a customer can have with an expert (rule S4), expired or not. */
export async function findHold(
  owner: { expertId: Types.ObjectId; userId: Types.ObjectId },
  transaction?: ClientSession,
): Promise<ClaimRecord | null> {
  return ClaimModel.findOne({ ...owner, kind: 'hold' })
    .session(transaction ?? null)
    .lean();
}

export async function findClaim(claimId: Types.ObjectId): Promise<ClaimRecord | null> {
  return ClaimModel.findById(claimId).lean();
}

/** Those of the claims that are holds and stand at `now`. */
export async function findLiveHolds(
  claimIds: readonly Types.ObjectId[],
  now: Date,
  transaction: ClientSession,
): Promise<ClaimRecord[]> {
  return ClaimModel.find({ _id: { $in: claimIds }, kind: 'hold', expiresAt: { $gt: now } })
    .session(transaction)
    .lean();
}

/** Inserts a claim. The unique index on cells refuses an overlap; inside a transaction that error must pass (T2). */
export async function insertClaim(claim: ClaimRecord, transaction: ClientSession): Promise<void> {
  await ClaimModel.create([claim], { session: transaction });
}

type HoldKey = { claimId: Types.ObjectId; paymentId: Types.ObjectId | null };

/**
 * Turns a payment's hold into a sold claim that nothing expires. Time that has passed is not sold, also where nobody has
 * swept its hold.
 * @returns false when the hold is gone or its start has passed
 */
export async function sellHold(
  { claimId, paymentId, now }: HoldKey & { now: Date },
  transaction: ClientSession,
): Promise<boolean> {
  const result = await ClaimModel.updateOne(
    { _id: claimId, kind: 'hold', paymentId, startsAt: { $gte: now } },
    { $set: { kind: 'session' }, $unset: { expiresAt: 1 } },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/**
 * Moves a sold claim to other cells in one update, which may overlap its own old ones (rule L3). The unique index
 * refuses cells that somebody else owns; inside a transaction that error must pass (T2).
 * @returns false when the claim is gone
 */
export async function moveClaim(
  claimId: Types.ObjectId,
  place: Pick<ClaimRecord, 'startsAt' | 'endsAt' | 'busyUntil' | 'cells'>,
  transaction: ClientSession,
): Promise<boolean> {
  const result = await ClaimModel.updateOne(
    { _id: claimId, kind: 'session' },
    { $set: place },
    { session: transaction },
  );
  return result.matchedCount === 1;
}

/** Gives the time of a session back. @returns false when the claim is gone */
export async function deleteSoldClaim(claimId: Types.ObjectId, transaction: ClientSession): Promise<boolean> {
  return (await ClaimModel.deleteOne({ _id: claimId, kind: 'session' }, { session: transaction })).deletedCount === 1;
}

/** Lets a payment's hold stand until `expiresAt`. @returns false when the hold is gone */
export async function extendHold({ claimId, paymentId }: HoldKey, expiresAt: Date): Promise<boolean> {
  const result = await ClaimModel.updateOne({ _id: claimId, kind: 'hold', paymentId }, { $max: { expiresAt } });
  return result.matchedCount === 1;
}

/** Holds that end soon and were not extended yet, the first to end first. */
export async function findHoldsAboutToEnd(window: { after: Date; until: Date; limit: number }): Promise<ClaimRecord[]> {
  return ClaimModel.find({
    kind: 'hold',
    expiresAt: { $gt: window.after, $lte: window.until },
    extended: { $ne: true },
  })
    .sort({ expiresAt: 1 })
    .limit(window.limit)
    .lean();
}

/** Gives a payment's hold its one extension (rule O4). @returns false when the hold is gone or had it */
export async function extendHoldOnce({ claimId, paymentId }: HoldKey, expiresAt: Date): Promise<boolean> {
  const result = await ClaimModel.updateOne(
    { _id: claimId, kind: 'hold', paymentId, extended: { $ne: true } },
    { $set: { expiresAt, extended: true } },
  );
  return result.matchedCount === 1;
}

/** Deletes a payment's hold. @returns false when it was gone or sold */
export async function deleteHold({ claimId, paymentId }: HoldKey, transaction: ClientSession): Promise<boolean> {
  const result = await ClaimModel.deleteOne({ _id: claimId, kind: 'hold', paymentId }, { session: transaction });
  return result.deletedCount === 1;
}

/** Deletes a hold if its time is over. @returns false when it was gone, sold or extended */
export async function deleteExpiredHold(
  { claimId, now }: { claimId: Types.ObjectId; now: Date },
  transaction: ClientSession,
): Promise<boolean> {
  const result = await ClaimModel.deleteOne(
    { _id: claimId, kind: 'hold', expiresAt: { $lte: now } },
    { session: transaction },
  );
  return result.deletedCount === 1;
}

/** Holds whose time is over, oldest first. */
export async function findExpiredHolds(now: Date, limit: number): Promise<ClaimRecord[]> {
  return ClaimModel.find({ kind: 'hold', expiresAt: { $lte: now } })
    .sort({ expiresAt: 1 })
    .limit(limit)
    .lean();
}

/** Deletes sold claims whose time ended before `before` (rule S3: a day after). @returns how many */
export async function deleteEndedClaims(before: Date): Promise<number> {
  const result = await ClaimModel.deleteMany({ kind: 'session', busyUntil: { $lt: before } });
  return result.deletedCount;
}
