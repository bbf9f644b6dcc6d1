import { z } from 'zod';
import { Types } from 'mongoose';
import { idSchema } from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';
import type { ExpertSort, PagePosition } from './repository.ts';

const byName = z.tuple([z.literal('name'), z.string(), idSchema]);
const byNumber = z.tuple([z.enum(['price', '-price', '-rating']), z.number(), idSchema]);
const cursorSchema = z.union([byName, byNumber]);

/** Where a page ended, as an opaque text: the sort it belongs to, the last row's sort value and its id. */
export function writeCursor(sort: ExpertSort, { value, id }: PagePosition): string {
  return Buffer.from(JSON.stringify([sort, value, id.toHexString()])).toString('base64url');
}

/** @throws AppError VALIDATION_FAILED for a cursor that a list with this sort did not give out */
export function readCursor(sort: ExpertSort, text: string): PagePosition {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString()));
  if (!parsed.success || parsed.data[0] !== sort) {
    const message = 'is not one that this list gave out';
    throw new AppError('VALIDATION_FAILED', `cursor: ${message}`, {
      details: { issues: [{ in: 'query', path: 'cursor', message }] },
    });
  }
  const [, value, id] = parsed.data;
  return { value, id: new Types.ObjectId(id) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
