import { hasLapsed, type SessionAction, type SessionRole } from '@serene/shared/lifecycle';
import { AppError } from '../../errors.ts';
import type { SessionRecord } from '../sessions/index.ts';

const ofTheExpert: readonly SessionAction[] = ['accept', 'reject', 'complete', 'no-show'];

/** Why an action on a session is refused, in words that say what can be done instead. */
export function refusal(
  action: SessionAction,
  session: SessionRecord,
  { role, now }: { role: SessionRole; now: Date },
): AppError {
  if (role === 'customer' && ofTheExpert.includes(action)) {
    return new AppError('FORBIDDEN', 'Only the expert can do this.');
  }
  if (role !== 'customer' && action === 'rate') {
    return new AppError('FORBIDDEN', 'Only the customer of a session can rate it.');
  }
  return new AppError('INVALID_TRANSITION', reason(action, session, now), {
    details: { status: session.status, startsAt: session.startsAt.toISOString() },
  });
}

function reason(action: SessionAction, { status, rating, answerBy }: SessionRecord, now: Date): string {
  if (status === 'cancelled') return 'This session was already cancelled.';
  if (status === 'no-show') return 'This session is closed as a no-show.';
  if (action === 'rate') {
    return rating === null ? 'A session can be rated once it is completed.' : 'You have already rated this session.';
  }
  if (action === 'accept' || action === 'reject') {
    return status === 'pending' ? 'The time to answer this request has passed.' : 'This request was already answered.';
  }
  if (action === 'complete' || action === 'no-show') {
    return status === 'completed' ? 'This session was already completed.' : 'This session has not started yet.';
  }
  if (status === 'completed' || status === 'in-progress') return 'This session has started, so it cannot be changed.';
  const answerable = { status, answerBy: answerBy?.getTime() ?? null };
  if (action === 'reschedule' && hasLapsed(answerable, now.getTime())) {
    return 'The time to answer this request has passed, so it is being cancelled.';
  }
  if (action === 'reschedule') return 'The time for free changes has passed. You can still cancel the session.';
  return 'This session has started, so it cannot be cancelled.';
}
