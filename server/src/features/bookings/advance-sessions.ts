import { minuteMs } from '@serene/shared/time';
import { Types } from 'mongoose';
import type { Clock } from '../../infra/clock.ts';
import type { Logger } from '../../infra/logger.ts';
import { inTransaction, isUnavailable } from '../../infra/mongo.ts';
import {
  compareAndSetSession,
  findExpertAccount,
  findOverdueRequests,
  findSessionsBegun,
  loadPeople,
  type SessionEnd,
  type SessionRecord,
} from '../sessions/index.ts';
import { endedMails } from './booking-mails.ts';
import { settleEnd } from './end-session.ts';
import { enqueueReviewRequest } from './review-request.ts';

const batchSize = 200;
/** Time for the expert to say that nobody came, before a session completes by itself. */
const completeAfterMs = 30 * minuteMs;

type AdvanceDependencies = { clock: Clock; logger: Logger };
type Step = (session: SessionRecord, now: Date) => Promise<void>;

/**
 * What becomes of sessions by the clock alone: requests that nobody answered in time are declined with everything
 * refunded, sessions begin at their start and complete after their end (rule L4). Somebody who is faster wins.
 * @returns how many sessions were looked at
 */
export async function advanceSessions({ clock, logger }: AdvanceDependencies): Promise<number> {
  const now = clock.now();
  const advance = async (sessions: readonly SessionRecord[], step: Step) => {
    for (const session of sessions) await advanceOne(session, { step, now, logger });
  };
  const overdue = await findOverdueRequests(now, batchSize);
  await advance(overdue, declineOverdue);
  const begun = await findSessionsBegun('confirmed', { startedBy: now, limit: batchSize });
  await advance(begun, begin);
  const running = await findSessionsBegun('in-progress', { startedBy: now, limit: batchSize });
  const over = running.filter(({ endsAt }) => endsAt.getTime() + completeAfterMs <= now.getTime());
  await advance(over, complete);
  return overdue.length + begun.length + over.length;
}

/** One session that cannot be advanced, since its rows are locked or damaged, keeps no other waiting. */
async function advanceOne(
  session: SessionRecord,
  { step, now, logger }: { step: Step; now: Date; logger: Logger },
): Promise<void> {
  try {
    await step(session, now);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    logger.error({ err: error, sessionId: session._id }, 'session not advanced');
  }
}

async function declineOverdue(request: SessionRecord, now: Date): Promise<void> {
  const mails = await endedMails(await loadPeople(request));
  const ended: SessionEnd = {
    by: 'system',
    at: now,
    reason: null,
    noShowBy: null,
    refundMinor: request.amountMinor,
  };
  const refundId = new Types.ObjectId();
  await inTransaction(
    async (transaction) => {
      const set = { status: 'cancelled', answerBy: null, ended } as const;
      const declined = await compareAndSetSession(request, { by: 'system', now, set }, transaction);
      if (!declined) return;
      const settled = await settleEnd(declined, { ended, reason: 'rejected', refundId, frees: true }, transaction);
      await mails.rejected(settled, transaction);
    },
    { timeOf: request.expertId },
  );
}

async function begin(session: SessionRecord, now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    await compareAndSetSession(session, { by: 'system', now, set: { status: 'in-progress' } }, transaction);
  });
}

async function complete(session: SessionRecord, now: Date): Promise<void> {
  const people = await loadPeople(session);
  const expertAccount = await findExpertAccount(people.expert);
  await inTransaction(async (transaction) => {
    const set = { status: 'completed', autoCompletedAt: now } as const;
    const completed = await compareAndSetSession(session, { by: 'system', now, set }, transaction);
    if (completed) await enqueueReviewRequest({ ...people, session: completed, expertAccount }, now, transaction);
  });
}
