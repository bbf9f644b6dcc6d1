import type { ClientSession, Types } from 'mongoose';
import { AppError } from '../../../errors.ts';
import { deleteHold, findClaimsOnCells, isLiveHold, type ClaimRecord } from '../../claims/index.ts';
import { movePayment } from '../records/payment-repository.ts';

type Place = { expertId: Types.ObjectId; userId: Types.ObjectId; cells: number[] };

type RoomOptions = {
  now: Date;
  /** The customer's hold with this expert, to be given up wherever it is: they can have one only (rule S4). */
  replaces: ClaimRecord | null;
  /** The claim of a session that moves: it may overlap its new place (rule L3). */
  moves?: Types.ObjectId;
};

/**
 * Empties cells for a new claim, inside its transaction: expired holds go (rule S3) and so does the customer's own hold,
 * each taking its payment to `expired` with it (rule R4). What is sold, or held by somebody else, stays: this is the
 * quick no of rule T1; the unique index decides.
 * @throws AppError SLOT_TAKEN
 */
export async function makeRoom(place: Place, options: RoomOptions, transaction: ClientSession): Promise<void> {
  await removeBlockers(await findClaimsOnCells(place, transaction), { ...place, ...options }, transaction);
}

/** The same where the claims on the cells were just read in the transaction. */
export async function removeBlockers(
  onCells: readonly ClaimRecord[],
  { userId, now, replaces, moves }: Pick<Place, 'userId'> & RoomOptions,
  transaction: ClientSession,
): Promise<void> {
  const blockers = onCells.filter(({ _id }) => !moves?.equals(_id));
  if (blockers.some((claim) => !isRemovable(claim, userId, now))) throw slotTaken();
  if (replaces && !blockers.some((claim) => claim._id.equals(replaces._id))) blockers.push(replaces);
  for (const claim of blockers) {
    const removed = await deleteHold({ claimId: claim._id, paymentId: claim.paymentId }, transaction);
    if (!removed) throw slotTaken();
    if (claim.paymentId) await movePayment(claim.paymentId, { to: 'expired', now }, transaction);
  }
}

function isRemovable(claim: ClaimRecord, userId: Types.ObjectId, now: Date): boolean {
  return claim.kind === 'hold' && (claim.userId.equals(userId) || !isLiveHold(claim, now));
}

/** The answer to whoever came second. */
export function slotTaken(details?: { nearest: string[] }): AppError {
  return new AppError('SLOT_TAKEN', 'That time was just booked; you have not been charged. Choose another time.', {
    details,
  });
}
