import type { Session } from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findUsersByIds } from '../auth/index.ts';
import { findExpertsByIds } from '../experts/index.ts';
import { presentSession, type SessionDisplay } from './presenter.ts';
import { listSessions, type SessionTab } from './repository.ts';
import { readCursor, writeCursor } from './session-cursor.ts';

type ListInput = {
  principal: Principal;
  as: 'customer' | 'expert';
  when: SessionTab;
  cursor: string | undefined;
  limit: number;
  now: Date;
  display: SessionDisplay;
};

/** One page of a person's sessions and the cursor of the next. @throws AppError FORBIDDEN when they are no expert */
export async function listOwnSessions(input: ListInput): Promise<{ sessions: Session[]; nextCursor: string | null }> {
  const { principal, as, when, now, limit, display } = input;
  if (as === 'expert' && !principal.expertId) throw new AppError('FORBIDDEN', 'Only experts have customer sessions.');
  const owner = as === 'expert' && principal.expertId ? { expertId: principal.expertId } : { userId: principal.userId };
  const found = await listSessions({
    owner,
    tab: when,
    now,
    after: input.cursor === undefined ? null : readCursor(input.cursor),
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const experts = new Map(
    (await findExpertsByIds(page.map((session) => session.expertId))).map((expert) => [
      expert._id.toHexString(),
      expert,
    ]),
  );
  const customers = new Map(
    as === 'expert'
      ? (await findUsersByIds(page.map((session) => session.userId))).map((user) => [user._id.toHexString(), user])
      : [],
  );
  const sessions = page.flatMap((session) => {
    const expert = experts.get(session.expertId.toHexString());
    const customer = customers.get(session.userId.toHexString());
    if (!expert) return [];
    const view = { session, expert, viewerId: principal.userId, now, ...display };
    return [presentSession(customer ? { ...view, customer } : view)];
  });
  const last = page.at(-1);
  return {
    sessions,
    nextCursor: last && found.length > limit ? writeCursor({ startsAt: last.startsAt, id: last._id }) : null,
  };
}
