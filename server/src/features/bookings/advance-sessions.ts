import type { Clock } from '../../infra/clock.ts';
import type { Job } from '../../infra/jobs.ts';
import { inTransaction } from '../../infra/mongo.ts';
import {
  compareAndSetSession,
  findExpertEmail,
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
const completeAfterMs = 30 * 60_000;

/**
 * What becomes of sessions by the clock alone: requests that nobody answered in time are declined with everything
 * refunded, sessions begin at their start and complete after their end (rule L4). Somebody who is faster wins.
 * @returns how many sessions were looked at
 */
export async function advanceSessions(clock: Clock): Promise<number> {
  const now = clock.now();
  const overdue = await findOverdueRequests(now, batchSize);
  for (const request of overdue) await declineOverdue(request, now);
  const begun = await findSessionsBegun('confirmed', { startedBy: now, limit: batchSize });
  for (const session of begun) await begin(session, now);
  const running = await findSessionsBegun('in-progress', { startedBy: now, limit: batchSize });
  const over = running.filter(({ endsAt }) => endsAt.getTime() + completeAfterMs <= now.getTime());
  for (const session of over) await complete(session, now);
  return overdue.length + begun.length + over.length;
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
  await inTransaction(async (transaction) => {
    const set = { status: 'cancelled', answerBy: null, ended } as const;
    const declined = await compareAndSetSession(request, { by: 'system', now, set }, transaction);
    if (!declined) return;
    const settled = await settleEnd(declined, { ended, reason: 'rejected', frees: true }, transaction);
    await mails.rejected(settled, transaction);
  });
}

async function begin(session: SessionRecord, now: Date): Promise<void> {
  await inTransaction(async (transaction) => {
    await compareAndSetSession(session, { by: 'system', now, set: { status: 'in-progress' } }, transaction);
  });
}

async function complete(session: SessionRecord, now: Date): Promise<void> {
  const people = await loadPeople(session);
  const expertEmail = await findExpertEmail(people.expert);
  await inTransaction(async (transaction) => {
    const set = { status: 'completed', autoCompletedAt: now } as const;
    const completed = await compareAndSetSession(session, { by: 'system', now, set }, transaction);
    if (completed) await enqueueReviewRequest({ ...people, session: completed, expertEmail }, now, transaction);
  });
}

/** Follows the clock, every fifteen seconds. */
export function advanceSessionsJob(clock: Clock): Job {
  return {
    name: 'advance-sessions',
    cron: '*/15 * * * * *',
    run: async () => {
      await advanceSessions(clock);
    },
  };
}
