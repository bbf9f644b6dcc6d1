import { Types } from 'mongoose';
import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { findExpertAccount, type SessionEnd, type SessionPeople } from '../sessions/index.ts';
import { settleEnd } from './end-session.ts';
import { enqueueReviewRequest } from './review-request.ts';
import { changeSession, loadForAction } from './session-change.ts';

type Closing = { sessionId: string; principal: Principal };

/**
 * The expert, or an admin, says that a session took place; the customer is asked for a review.
 * @throws AppError INVALID_TRANSITION before its start or once it is closed, FORBIDDEN, NOT_FOUND
 */
export async function completeSession({ clock }: { clock: Clock }, closing: Closing): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('complete', { ...closing, now });
  const expertAccount = await findExpertAccount(own.expert);
  const session = await inTransaction(async (transaction) => {
    const completed = await changeSession(own, { now, set: { status: 'completed' } }, transaction);
    await enqueueReviewRequest({ ...own, session: completed, expertAccount }, now, transaction);
    return completed;
  });
  return { ...own, session };
}

/**
 * Somebody did not come: said by the expert or an admin, after the start, or within 72 hours where the session had
 * completed by itself. Where it was the expert, everything goes back (rule L2).
 * @throws AppError INVALID_TRANSITION, FORBIDDEN, NOT_FOUND
 */
export async function reportNoShow(
  { clock }: { clock: Clock },
  { noShowBy, ...closing }: Closing & { noShowBy: 'customer' | 'expert' },
): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('no-show', { ...closing, now });
  const ended: SessionEnd = {
    by: own.role,
    at: now,
    reason: null,
    noShowBy,
    refundMinor: noShowBy === 'expert' ? own.session.amountMinor : 0,
  };
  const refundId = new Types.ObjectId();
  const session = await inTransaction(async (transaction) => {
    const set = { status: 'no-show', autoCompletedAt: null, ended } as const;
    const closed = await changeSession(own, { now, set }, transaction);
    return settleEnd(closed, { ended, reason: 'no-show', refundId, frees: false }, transaction);
  });
  return { ...own, session };
}
