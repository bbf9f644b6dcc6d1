import { Types } from 'mongoose';
import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { SessionCursor } from './repository.ts';

/** Epoch milliseconds of the years that instants are accepted for, 1970 to 2999. */
const instantSchema = z.coerce.number().int().min(0).max(Date.UTC(3000));
const cursorSchema = z.tuple([instantSchema, z.string().regex(/^[0-9a-f]{24}$/)]);

/** The place behind a session in a list, as a text for the next request. */
export function writeCursor({ startsAt, id }: SessionCursor): string {
  return Buffer.from(`${startsAt.getTime()}.${id.toHexString()}`).toString('base64url');
}

/** @throws AppError VALIDATION_FAILED for a text that no list gave out */
export function readCursor(text: string): SessionCursor {
  const parsed = cursorSchema.safeParse(Buffer.from(text, 'base64url').toString().split('.'));
  if (!parsed.success) throw new AppError('VALIDATION_FAILED', 'cursor: was not issued by this list');
  return { startsAt: new Date(parsed.data[0]), id: new Types.ObjectId(parsed.data[1]) };
}
