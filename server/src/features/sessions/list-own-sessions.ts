import type { Session } from '@serene/shared/contracts';
import { Types } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { Principal } from '../../http/principal.ts';
import { findUsersByIds } from '../auth/index.ts';
import { findExpertsByIds } from '../experts/index.ts';
import { presentSession } from './presenter.ts';
import { listSessions, type SessionCursor, type SessionTab } from './repository.ts';

type ListInput = {
  principal: Principal;
  as: 'customer' | 'expert';
  when: SessionTab;
  cursor: string | undefined;
  limit: number;
  now: Date;
  videoBaseUrl: string;
};

/** One page of a person's sessions and the cursor of the next. @throws AppError FORBIDDEN when they are no expert */
export async function listOwnSessions(input: ListInput): Promise<{ sessions: Session[]; nextCursor: string | null }> {
  const { principal, as, when, now, limit, videoBaseUrl } = input;
  if (as === 'expert' && !principal.expertId) throw new AppError('FORBIDDEN', 'Only experts have client sessions.');
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
    const view = { session, expert, viewerId: principal.userId, now, videoBaseUrl };
    return [presentSession(customer ? { ...view, customer } : view)];
  });
  const last = page.at(-1);
  return {
    sessions,
    nextCursor: last && found.length > limit ? writeCursor({ startsAt: last.startsAt, id: last._id }) : null,
  };
}

/** Epoch milliseconds of the years that instants are accepted for, 1970 to 2999. */
const instantSchema = z.coerce.number().int().min(0).max(Date.UTC(3000));
const cursorSchema = z.tuple([instantSchema, z.string().regex(/^[0-9a-f]{24}$/)]);

function writeCursor({ startsAt, id }: SessionCursor): string {
  return Buffer.from(`${startsAt.getTime()}.${id.toHexString()}`).toString('base64url');
}

function readCursor(text: string): SessionCursor {
  const parsed = cursorSchema.safeParse(Buffer.from(text, 'base64url').toString().split('.'));
  if (!parsed.success) throw new AppError('VALIDATION_FAILED', 'cursor: is not one that this list gave out');
  return { startsAt: new Date(parsed.data[0]), id: new Types.ObjectId(parsed.data[1]) };
}
