import { Types } from 'mongoose';
import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { enqueueBookingMails, findExpertAccount, type SessionEnd, type SessionPeople } from '../sessions/index.ts';
import { endedMails } from './booking-mails.ts';
import { settleEnd } from './end-session.ts';
import { changeSession, loadForAction } from './session-change.ts';

type Answer = { sessionId: string; principal: Principal };

/**
 * The expert, or an admin, accepts a request in time: it is confirmed and both people hear of it (rule L4).
 * @throws AppError INVALID_TRANSITION when it was answered, cancelled or the deadline has passed, FORBIDDEN, NOT_FOUND
 */
export async function acceptRequest({ clock }: { clock: Clock }, answer: Answer): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('accept', { ...answer, now });
  const expertAccount = await findExpertAccount(own.expert);
  const session = await inTransaction(async (transaction) => {
    const accepted = await changeSession(own, { now, set: { status: 'confirmed', answerBy: null } }, transaction);
    await enqueueBookingMails({ ...own, session: accepted, expertAccount, now }, transaction);
    return accepted;
  });
  return { ...own, session };
}

/**
 * The expert, or an admin, declines a request: its time is free again and everything goes back (rule L4).
 * @throws AppError INVALID_TRANSITION, FORBIDDEN, NOT_FOUND
 */
export async function rejectRequest(
  { clock }: { clock: Clock },
  { reason, ...answer }: Answer & { reason?: string | undefined },
): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('reject', { ...answer, now });
  const ended: SessionEnd = {
    by: own.role,
    at: now,
    reason: reason || null,
    noShowBy: null,
    refundMinor: own.session.amountMinor,
  };
  const refundId = new Types.ObjectId();
  const mails = await endedMails(own);
  const session = await inTransaction(
    async (transaction) => {
      const rejected = await changeSession(
        own,
        { now, set: { status: 'cancelled', answerBy: null, ended } },
        transaction,
      );
      const settled = await settleEnd(rejected, { ended, reason: 'rejected', refundId, frees: true }, transaction);
      await mails.rejected(settled, transaction);
      return settled;
    },
    { timeOf: own.expert._id },
  );
  return { ...own, session };
}
