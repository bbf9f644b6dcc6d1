import { z } from 'zod';
import { Types } from 'mongoose';
import { currencySchema, idSchema } from '@serene/shared/contracts';
import { AppError } from '../../errors.ts';
import type { ExpertSort, PagePosition } from './repository.ts';

// A cursor from before lists had a currency ends without one.
const currency = currencySchema.nullable().optional();
const byName = z.tuple([z.literal('name'), z.string(), idSchema, currency]);
const byNumber = z.tuple([z.enum(['price', '-price', '-rating']), z.number(), idSchema, currency]);
const cursorSchema = z.union([byName, byNumber]);

type CursorOf = { sort: ExpertSort; currency: string | null };

/**
 * Where a page ended, as an opaque text: the sort it belongs to, the last row's sort value, its id, and the list's
 * currency, which must be that of the next page too when experts come and go in between.
 */
export function writeCursor({ sort, currency }: CursorOf, { value, id }: PagePosition): string {
  return Buffer.from(JSON.stringify([sort, value, id.toHexString(), currency])).toString('base64url');
}

type ReadCursor = { sort: ExpertSort; currency?: string | undefined; cursor: string };

/** @throws AppError VALIDATION_FAILED for a cursor that a list with this sort and currency did not give out */
export function readCursor({ sort, currency, cursor }: ReadCursor): PagePosition & { currency: string | undefined } {
  const parsed = cursorSchema.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString()));
  if (!parsed.success || parsed.data[0] !== sort || isOther(parsed.data[3], currency)) {
    const message = 'was not issued by this list';
    throw new AppError('VALIDATION_FAILED', `cursor: ${message}`, {
      details: { issues: [{ in: 'query', path: 'cursor', message }] },
    });
  }
  const [, value, id, ofList] = parsed.data;
  return { value, id: new Types.ObjectId(id), currency: ofList ?? undefined };
}

function isOther(ofList: string | null | undefined, chosen: string | undefined): boolean {
  return typeof ofList === 'string' && chosen !== undefined && ofList !== chosen;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
