import { cancellationRefund } from '@serene/shared/lifecycle';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { lateRefundMinor, type SessionEnd, type SessionPeople } from '../sessions/index.ts';
import { endedMails } from './booking-mails.ts';
import { settleEnd } from './end-session.ts';
import { changeSession, loadForAction, type OwnSession } from './session-change.ts';

type Cancellation = {
  sessionId: string;
  principal: Principal;
  reason?: string | undefined;
  /** The refund that the page showed, in minor units. */
  refundMinor?: number | undefined;
};

/**
 * Cancels a session before its start: status, claim, refund by the snapshotted policy and both mails, all or none
 * (rules L1 and L2).
 * @throws AppError REFUND_CHANGED when the page showed another refund, INVALID_TRANSITION, NOT_FOUND, BUSY
 */
export async function cancelSession(
  { clock }: { clock: Clock },
  { sessionId, principal, reason, refundMinor }: Cancellation,
): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('cancel', { sessionId, principal, now });
  const ended: SessionEnd = {
    by: own.role,
    at: now,
    reason: reason || null,
    noShowBy: null,
    refundMinor: refundOf(own, now),
  };
  const refundId = new Types.ObjectId();
  const mails = await endedMails(own);
  const session = await inTransaction(
    async (transaction) => {
      const cancelled = await changeSession(
        own,
        { now, set: { status: 'cancelled', answerBy: null, ended } },
        transaction,
      );
      const settled = await settleEnd(cancelled, { ended, reason: 'cancelled', refundId, frees: true }, transaction);
      const due = settled.ended.refundMinor;
      if (refundMinor !== undefined && refundMinor !== due) throw refundChanged(due, settled.currency);
      await mails.cancelled(settled, transaction);
      return settled;
    },
    { timeOf: own.expert._id },
  );
  return { ...own, session };
}

function refundOf({ session, role }: OwnSession, now: Date): number {
  return cancellationRefund({
    by: role,
    status: session.status === 'pending' ? 'pending' : 'confirmed',
    startsAt: session.startsAt.getTime(),
    now: now.getTime(),
    policy: session.policy,
    paidMinor: session.amountMinor,
    lateRefundMinor: lateRefundMinor(session),
  });
}

function refundChanged(refundMinor: number, currency: string): AppError {
  return new AppError(
    'REFUND_CHANGED',
    'The refund amount has changed. Nothing was cancelled: check the new amount and confirm again.',
    {
      details: { refundMinor, currency },
    },
  );
}
