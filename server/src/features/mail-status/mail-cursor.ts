import { z } from 'zod';
import { AppError } from '../../errors.ts';
import type { MailPosition } from '../notifications/index.ts';

/** Epoch milliseconds of the years that instants are accepted for, and the id of a mail. */
const cursorSchema = z.tuple([
  z.coerce.number().int().min(0).max(Date.UTC(3000)),
  z.string().regex(/^[\w:.-]{1,200}$/),
]);

/** The place behind a mail in a list, as a text for the next request. */
export function writeCursor({ nextAttemptAt, _id }: MailPosition): string {
  return Buffer.from(`${nextAttemptAt.getTime()} ${_id}`).toString('base64url');
}

/** @throws AppError VALIDATION_FAILED for a text that no list gave out */
export function readCursor(text: string): MailPosition {
  const parsed = cursorSchema.safeParse(Buffer.from(text, 'base64url').toString().split(' '));
  if (!parsed.success) throw new AppError('VALIDATION_FAILED', 'cursor: was not issued by this list');
  return { nextAttemptAt: new Date(parsed.data[0]), _id: parsed.data[1] };
}
