import type { Principal } from '../../http/principal.ts';
import type { Clock } from '../../infra/clock.ts';
import { inTransaction } from '../../infra/mongo.ts';
import { addRating } from '../experts/index.ts';
import type { SessionPeople } from '../sessions/index.ts';
import { changeSession, loadForAction } from './session-change.ts';

type Rating = {
  sessionId: string;
  principal: Principal;
  /** 1 to 5. */
  rating: number;
  review?: string | undefined;
};

/**
 * The customer rates a completed session, once; it counts for the expert's average at once (rule L4).
 * @throws AppError INVALID_TRANSITION before completion or when rated already, FORBIDDEN, NOT_FOUND
 */
export async function rateSession(
  { clock }: { clock: Clock },
  { sessionId, principal, rating, review }: Rating,
): Promise<SessionPeople> {
  const now = clock.now();
  const own = await loadForAction('rate', { sessionId, principal, now });
  const session = await inTransaction(async (transaction) => {
    const rated = await changeSession(own, { now, set: { rating, review: review || null } }, transaction);
    await addRating(own.expert._id, rating, transaction);
    return rated;
  });
  return { ...own, session };
}
