import type { RefundReason } from '@serene/shared/contracts';
import type { ClientSession, Types } from 'mongoose';
import { deleteSoldClaim } from '../claims/index.ts';
import { refundBooking } from '../payments/index.ts';
import { noteEnd, type SessionEnd, type SessionRecord } from '../sessions/index.ts';

type Ending = {
  ended: SessionEnd;
  reason: Extract<RefundReason, 'cancelled' | 'rejected' | 'no-show'>;
  /** Made outside the transaction, so that a rerun writes the same refund (rule T2). */
  refundId: Types.ObjectId;
  /** Whether the time becomes free again: not for a session whose time has come. */
  frees: boolean;
};

/** A session that has ended, and how much of what its end calls for had come back before. */
export type EndedSession = SessionRecord & { ended: SessionEnd; returnedMinor: number };

/**
 * What follows from the end of a session, in the transaction that ended it (rule L1): its time is free again and its
 * money goes back as far as the policy says.
 * @returns the session with what really goes back
 */
export async function settleEnd(
  session: SessionRecord,
  { ended, reason, refundId, frees }: Ending,
  transaction: ClientSession,
): Promise<EndedSession> {
  if (frees) await deleteSoldClaim(session.claimId, transaction);
  const { paymentId } = session;
  const wanted = { refundId, amountMinor: ended.refundMinor, reason, now: ended.at };
  const owes = paymentId !== undefined && ended.refundMinor > 0;
  const refundMinor = owes ? await refundBooking({ ...wanted, paymentId }, transaction) : 0;
  const returnedMinor = ended.refundMinor - refundMinor;
  if (returnedMinor === 0) return { ...session, ended, returnedMinor };
  // An admin or the bank has returned money before: the session says what this end brings.
  const corrected = { ...ended, refundMinor };
  await noteEnd(session._id, corrected, transaction);
  return { ...session, ended: corrected, returnedMinor };
}
