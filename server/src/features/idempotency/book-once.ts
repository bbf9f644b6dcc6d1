import { dayMs } from '@serene/shared/time';
import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import { AppError } from '../../errors.ts';
import type { Clock } from '../../infra/clock.ts';
import type { IdempotencyKeyRecord } from './model.ts';
import { deleteKey, findKey, finishKey, insertKey, lockKey, unlockKey } from './repository.ts';

/** How long a request with a key is waited for before another one goes on with its work (rule B6). */
const lockMs = 30_000;
const keptMs = dayMs;

export type KeyedRequest = {
  /** Null where the request has none: then it is done as often as it is sent. */
  key: string | null;
  /** Whose keys they are: two people may use the same one. */
  owner: string;
  /** The door and the body as it was read; another one with the same key is refused. */
  wish: unknown;
};

type Doors<Booked> = {
  /** Books under this id. @returns what was booked, which may be a booking that the person had already */
  book: (bookingId: Types.ObjectId) => Promise<{ booked: Booked; bookingId: Types.ObjectId }>;
  /** What has this id now; null when it was never booked. */
  show: (bookingId: Types.ObjectId) => Promise<Booked | null>;
};

/**
 * Books once, however often a request with a key is repeated, and answers with the booking as it is now (rule B6). The
 * key is written down before the work, with the booking's id: whoever goes on after a crash books under the same id, and
 * the unique indexes let it be booked once. A definite refusal forgets the key.
 * @throws AppError IDEMPOTENCY_KEY_IN_USE with the seconds to wait, IDEMPOTENCY_KEY_REUSED, and whatever `book` throws
 */
export async function bookOnce<Booked>(
  { key, owner, wish }: KeyedRequest,
  { clock }: { clock: Clock },
  { book, show }: Doors<Booked>,
): Promise<{ booked: Booked; isRepeated: boolean }> {
  if (key === null) return { booked: (await book(new Types.ObjectId())).booked, isRepeated: false };
  const held = await takeKey(draftKey({ key, owner, wish }, clock.now()), clock);
  if (held.isRepeated) {
    const booked = await showHeld(held.row, show, clock);
    if (booked !== null) {
      await finishKey(held.row._id, held.row.bookingId);
      return { booked, isRepeated: true };
    }
  }
  try {
    const { booked, bookingId } = await book(held.row.bookingId);
    await finishKey(held.row._id, bookingId);
    return { booked, isRepeated: false };
  } catch (error) {
    if (isDefinite(error)) await deleteKey(held.row);
    else await unlockKey(held.row, clock.now());
    throw error;
  }
}

/** What a key's booking is now. One whose hold was given back, such as while the gateway was away, needs another id. */
async function showHeld<Booked>(
  row: IdempotencyKeyRecord,
  show: Doors<Booked>['show'],
  clock: Clock,
): Promise<Booked | null> {
  try {
    return await show(row.bookingId);
  } catch (error) {
    if (error instanceof AppError && error.code === 'HOLD_EXPIRED') await deleteKey(row);
    else await unlockKey(row, clock.now());
    throw error;
  }
}

function draftKey({ key, owner, wish }: KeyedRequest, now: Date): IdempotencyKeyRecord {
  return {
    _id: `${owner}:${key ?? ''}`,
    bodyHash: createHash('sha256').update(JSON.stringify(wish)).digest('base64url'),
    bookingId: new Types.ObjectId(),
    lockedUntil: new Date(now.getTime() + lockMs),
    done: false,
    expiresAt: new Date(now.getTime() + keptMs),
  };
}

/** @returns the key's row, locked for this request unless it is done */
async function takeKey(
  fresh: IdempotencyKeyRecord,
  clock: Clock,
): Promise<{ row: IdempotencyKeyRecord; isRepeated: boolean }> {
  if (await insertKey(fresh)) return { row: fresh, isRepeated: false };
  const row = await findKey(fresh._id);
  // Its request was refused at this moment, or its time is over: this one is the first.
  if (row === null) return takeKey(fresh, clock);
  const now = clock.now();
  if (row.expiresAt <= now) {
    await deleteKey(row);
    return takeKey(fresh, clock);
  }
  if (row.bodyHash !== fresh.bodyHash) {
    throw new AppError('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was sent with another request. Use a new one.');
  }
  if (row.done) return { row, isRepeated: true };
  if (row.lockedUntil > now || !(await lockKey(row, fresh.lockedUntil))) throw inUse(row, now);
  return { row: { ...row, lockedUntil: fresh.lockedUntil }, isRepeated: true };
}

function inUse({ lockedUntil }: IdempotencyKeyRecord, now: Date): AppError {
  const seconds = Math.max(1, Math.ceil((lockedUntil.getTime() - now.getTime()) / 1_000));
  return new AppError(
    'IDEMPOTENCY_KEY_IN_USE',
    'The first request with this Idempotency-Key is still at work. Ask again.',
    {
      retryAfterSeconds: seconds,
    },
  );
}

/**
 * A refusal after which nothing is booked: the same request may be asked anew. What may have been done, or may pass, is
 * gone on with. Where the gateway is away, the time was given back before it was said (rule O2).
 */
function isDefinite(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return error.code === 'GATEWAY_UNAVAILABLE' || (error.status < 500 && error.code !== 'TOO_MANY_REQUESTS');
}
