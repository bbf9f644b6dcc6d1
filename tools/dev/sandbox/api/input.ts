import type { Request } from 'express';
import { z } from 'zod';
import { invalid, particular, type ApiError } from '../errors.ts';
import { isId, type IdKind } from '../state/ids.ts';

/** Reading requests: what is wrong is refused in Razorpay's own words, one thing at a time. */

/**
 * The id at `name` in the path.
 * @throws ApiError when it has not the shape of such an id; whether it exists is another question
 */
export function pathId(req: Request, name: string, kind: IdKind): string {
  const id = req.params[name];
  if (typeof id !== 'string' || !isId(kind, id)) throw invalid(`${String(id)} is not a valid id`);
  return id;
}

/** The body as the schema reads it. A request without a body counts as `{}`. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  return parseInput(schema, body ?? {});
}

export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw toApiError(parsed.error);
}

function toApiError({ issues }: z.ZodError): ApiError {
  const [issue] = issues;
  if (issue?.code === 'unrecognized_keys') {
    return particular(`${issue.keys.join(', ')} is/are not required and should not be sent`, {
      step: 'payment_initiation',
      reason: 'extra_field_sent',
    });
  }
  return invalid(issue?.message ?? 'The request is not valid.', issue?.path.map(String).join('.') || null);
}

/** An amount in minor units; digits in a string are read too, as clients of the older form encoding send them. */
export const amountSchema = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)], {
  error: ({ input }) => (input === undefined ? 'amount: is required.' : 'The amount must be an integer.'),
});

type NotesLimits = { key?: number; value: number; message: string };

/** Up to 15 notes; `[]` means none. Numbers are kept as text. */
export function notesSchema({ key = 256, value, message }: NotesLimits) {
  const entry = z.union([z.string(), z.number(), z.boolean()], { error: message }).transform(String);
  return z
    .union([z.array(z.never()).transform(() => ({})), z.record(z.string(), entry)], { error: message })
    .refine((notes) => Object.keys(notes).length <= 15, { error: message })
    .refine((notes) => Object.entries(notes).every(([k, v]) => k.length <= key && v.length <= value), {
      error: message,
    });
}

/** The texts for notes on orders and payments are not documented; those of refunds stand in. */
export const entityNotesSchema = notesSchema({ value: 256, message: 'Notes validation failed.' });

export const notesEditSchema = z.strictObject({ notes: entityNotesSchema });

/** The values of `expand[]`, also as `expand` and as the `expand[expand]` that the Node SDK makes of it. */
export function expansions(req: Request): Set<string> {
  const given = [req.query['expand[]'], req.query['expand'], req.query['expand[expand]']];
  return new Set(given.flat().filter((value) => typeof value === 'string'));
}
