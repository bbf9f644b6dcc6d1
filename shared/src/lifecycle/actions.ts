import { hourMs } from '../time/index.ts';
import { freeCancellationUntil, type CancellationTerms, type SessionRole } from './cancellation.ts';
import type { SessionStatus } from './session-status.ts';

export const sessionActions = ['cancel', 'reschedule', 'accept', 'reject', 'complete', 'no-show', 'rate'] as const;
export type SessionAction = (typeof sessionActions)[number];

/** As much of a session as decides what can be done with it. Instants are epoch milliseconds. */
export type ActionableSession = {
  status: SessionStatus;
  startsAt: number;
  endsAt: number;
  policy: CancellationTerms;
  /** Until when the expert may answer a request; null unless it is pending. */
  answerBy: number | null;
  /** When it was completed by itself, without a word of the expert; null otherwise. */
  autoCompletedAt: number | null;
  rating: number | null;
};

/** An expert notices late that nobody came: what completed by itself can be corrected for so long. */
const correctionMs = 72 * hourMs;

/**
 * What somebody may do with a session now (rules L2 to L4). The page offers exactly these actions and the server allows
 * exactly these: both ask here.
 */
export function allowedActions(session: ActionableSession, role: SessionRole, now: number): SessionAction[] {
  return sessionActions.filter((action) => isAllowed(action, session, role, now));
}

type Rule = (session: ActionableSession, role: SessionRole, now: number) => boolean;

const isAllowed = (action: SessionAction, ...question: Parameters<Rule>): boolean => rules[action](...question);

const isBooked: Rule = ({ status, startsAt }, _role, now) =>
  (status === 'pending' || status === 'confirmed') && now < startsAt;

/** Nobody has answered the request in time: it counts as declined, and is about to be called off. */
export function hasLapsed({ status, answerBy }: Pick<ActionableSession, 'status' | 'answerBy'>, now: number): boolean {
  return status === 'pending' && answerBy !== null && now >= answerBy;
}

const isToAnswer: Rule = (session, role, now) =>
  role !== 'customer' && session.status === 'pending' && !hasLapsed(session, now);

const hasBegun: Rule = ({ status, startsAt }, role, now) =>
  role !== 'customer' && (status === 'confirmed' || status === 'in-progress') && now >= startsAt;

const rules: Record<SessionAction, Rule> = {
  // After the start nobody cancels: an admin may still refund, without a change of status.
  cancel: isBooked,
  // A customer who could move a session after the deadline would escape the fee by moving and then cancelling.
  reschedule: (session, role, now) =>
    isBooked(session, role, now) &&
    !hasLapsed(session, now) &&
    (role !== 'customer' || now <= freeCancellationUntil(session.startsAt, session.policy)),
  accept: isToAnswer,
  reject: isToAnswer,
  complete: hasBegun,
  'no-show': (session, role, now) => hasBegun(session, role, now) || isCorrectable(session, role, now),
  // The expert may close a session early; what is rated has been there in full.
  rate: ({ status, endsAt, rating }, role, now) =>
    role === 'customer' && status === 'completed' && now >= endsAt && rating === null,
};

const isCorrectable: Rule = ({ status, autoCompletedAt, rating }, role, now) =>
  role !== 'customer' &&
  status === 'completed' &&
  rating === null &&
  autoCompletedAt !== null &&
  now < autoCompletedAt + correctionMs;
