import { Types } from 'mongoose';
import { AppError, notFound } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findUserById, type UserRecord } from '../auth/index.ts';
import { findExpertById, type ExpertRecord } from '../experts/index.ts';
import type { SessionRecord } from './model.ts';
import { findSession } from './repository.ts';

/** A session with its expert and its customer. */
export type SessionPeople = { session: SessionRecord; expert: ExpertRecord; customer: UserRecord };

/**
 * A session with its people, for its customer, its expert or an admin.
 * @throws AppError NOT_FOUND for anybody else, as for an id that does not exist
 */
export async function loadOwnSession(sessionId: string, principal: Principal): Promise<SessionPeople> {
  const session = await findSession(new Types.ObjectId(sessionId));
  if (!session || !mayRead(session, principal)) throw notFound('The session');
  return loadPeople(session);
}

function mayRead(session: SessionRecord, principal: Principal): boolean {
  return (
    session.userId.equals(principal.userId) ||
    (principal.expertId?.equals(session.expertId) ?? false) ||
    principal.roles.includes('admin')
  );
}

/** @throws AppError INTERNAL when the expert or the customer is missing, which nothing in the product allows */
export async function loadPeople(session: SessionRecord): Promise<SessionPeople> {
  const expert = await findExpertById(session.expertId);
  const customer = await findUserById(session.userId);
  if (!expert || !customer) throw new AppError('INTERNAL', 'The session lacks its expert or its customer.');
  return { session, expert, customer };
}
