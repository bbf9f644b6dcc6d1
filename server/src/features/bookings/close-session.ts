import { Types } from 'mongoose';
import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { findExpertAccount, type SessionEnd, type SessionPeople } from '../sessions/index.ts';
import { settleEnd } from './end-session.ts';
import { enqueueReviewRequest } from './review-request.ts';
import { changeUnlessOvertaken, loadForAction, overtaken } from './session-change.ts';

type Closing = { sessionId: string; principal: Principal };

const mostAttempts = 3;

/**
 * The expert, or an admin, says that a session took place; the customer is asked for a review.
 * @throws AppError INVALID_TRANSITION before its start or once it is closed, FORBIDDEN, NOT_FOUND
 */
export function completeSession({ clock }: { clock: Clock }, closing: Closing): Promise<SessionPeople> {
  return lookAgainWhenOvertaken(async () => {
    const now = clock.now();
    const own = await loadForAction('complete', { ...closing, now });
    const expertAccount = await findExpertAccount(own.expert);
    const session = await inTransaction(async (transaction) => {
      const completed = await changeUnlessOvertaken(own, { now, set: { status: 'completed' } }, transaction);
      if (completed) await enqueueReviewRequest({ ...own, session: completed, expertAccount }, now, transaction);
      return completed;
    });
    return session && { ...own, session };
  });
}

/**
 * Somebody did not come: said by the expert or an admin, after the start, or within 72 hours where the session had
 * completed by itself. Where it was the expert, everything goes back (rule L2).
 * @throws AppError INVALID_TRANSITION, FORBIDDEN, NOT_FOUND
 */
export function reportNoShow(
  { clock }: { clock: Clock },
  { noShowBy, ...closing }: Closing & { noShowBy: 'customer' | 'expert' },
): Promise<SessionPeople> {
  return lookAgainWhenOvertaken(async () => {
    const now = clock.now();
    const own = await loadForAction('no-show', { ...closing, now });
    const refundMinor = noShowBy === 'expert' ? own.session.amountMinor : 0;
    const ended: SessionEnd = { by: own.role, at: now, reason: null, noShowBy, refundMinor };
    const refundId = new Types.ObjectId();
    const session = await inTransaction(async (transaction) => {
      const set = { status: 'no-show', autoCompletedAt: null, ended } as const;
      const closed = await changeUnlessOvertaken(own, { now, set }, transaction);
      return closed && settleEnd(closed, { ended, reason: 'no-show', refundId, frees: false }, transaction);
    });
    return session && { ...own, session };
  });
}

/**
 * A session begins and completes by the clock as well, and losing to the clock is no reason to send a person away: what
 * they want is asked of the policy again. Where another person was faster, it refuses in its own words.
 * @param attempt null when the session has changed since it was loaded
 * @throws AppError INVALID_TRANSITION when that happens again and again
 */
async function lookAgainWhenOvertaken<T>(attempt: () => Promise<T | null>): Promise<T> {
  for (let attempts = 0; attempts < mostAttempts; attempts += 1) {
    const done = await attempt();
    if (done !== null) return done;
  }
  throw overtaken();
}
