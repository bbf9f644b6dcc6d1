import { allowedActions, type SessionAction, type SessionRole } from '@serene/shared/lifecycle';
import type { ClientSession } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { recordAudit } from '../auth/index.ts';
import {
  compareAndSetSession,
  loadOwnSession,
  type SessionChange,
  type SessionPeople,
  type SessionRecord,
} from '../sessions/index.ts';
import { refusal } from './refusal.ts';

/** A session that somebody wants to change, and as whom. */
export type OwnSession = SessionPeople & { role: SessionRole; principal: Principal };

/**
 * Loads a session for one of its people and asks the policy whether they may do this now.
 * @throws AppError NOT_FOUND for another person's session, FORBIDDEN for what only the other person may do,
 *   INVALID_TRANSITION when it is too late, too early or decided already
 */
export async function loadForAction(
  action: SessionAction,
  { sessionId, principal, now }: { sessionId: string; principal: Principal; now: Date },
): Promise<OwnSession> {
  const people = await loadOwnSession(sessionId, principal);
  const role = roleIn(people.session, principal);
  assertAllowed(action, people.session, { role, now });
  return { ...people, role, principal };
}

/** Their own booking counts before their office: an expert or admin who booked a session is its customer. */
function roleIn(session: SessionRecord, { userId, expertId }: Principal): SessionRole {
  if (session.userId.equals(userId)) return 'customer';
  return expertId?.equals(session.expertId) ? 'expert' : 'admin';
}

/** @throws AppError FORBIDDEN, INVALID_TRANSITION */
function assertAllowed(action: SessionAction, session: SessionRecord, { role, now }: { role: SessionRole; now: Date }) {
  const actionable = {
    status: session.status,
    startsAt: session.startsAt.getTime(),
    endsAt: session.endsAt.getTime(),
    policy: session.policy,
    answerBy: session.answerBy?.getTime() ?? null,
    autoCompletedAt: session.autoCompletedAt?.getTime() ?? null,
    rating: session.rating,
  };
  if (!allowedActions(actionable, role, now.getTime()).includes(action)) throw refusal(action, session, { role, now });
}

/**
 * Writes a change if nobody has changed the session since it was loaded (rules L1 and T4).
 * @throws AppError INVALID_TRANSITION when somebody was faster: whatever the transaction wrote is undone
 */
export async function changeSession(
  own: OwnSession,
  change: Omit<SessionChange, 'by'>,
  transaction: ClientSession,
): Promise<SessionRecord> {
  const changed = await changeUnlessOvertaken(own, change, transaction);
  if (!changed) throw overtaken();
  return changed;
}

/**
 * The same for whoever wants to look again when somebody was faster, with its audit row where an admin does it.
 * @returns null when the session has changed since it was loaded; nothing was written then
 */
export async function changeUnlessOvertaken(
  { session: read, role, principal }: OwnSession,
  { now, set }: Omit<SessionChange, 'by'>,
  transaction: ClientSession,
): Promise<SessionRecord | null> {
  const changed = await compareAndSetSession(read, { by: role, now, set }, transaction);
  if (changed && role === 'admin') {
    const { status, startsAt } = read;
    const entry = { action: 'session.change', target: read._id, before: { status, startsAt }, after: set, at: now };
    await recordAudit({ ...entry, actorId: principal.userId }, transaction);
  }
  return changed;
}

/** The answer to whoever came second. */
export function overtaken(): AppError {
  return new AppError('INVALID_TRANSITION', 'Someone else just changed this session. Check it, then decide.');
}
