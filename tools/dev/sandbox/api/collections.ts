import type { Request } from 'express';
import { z } from 'zod';
import { unixNow, type Gateway } from '../gateway.ts';
import { parseInput } from './input.ts';
import { toCollection } from './present.ts';

const earliest = 946_684_800;
const latest = 4_765_046_400;

const seconds = (name: string) => {
  const error = `${name} must be between ${earliest} and ${latest}`;
  return z.coerce.number({ error }).int({ error }).min(earliest, { error }).max(latest, { error }).optional();
};

// The texts for `count` and `skip` are not documented.
const pageSchema = z.object({
  from: seconds('from'),
  to: seconds('to'),
  count: z.coerce.number().int().min(1).max(100, { error: 'The count may not be greater than 100.' }).default(10),
  skip: z.coerce.number().int().min(0).default(0),
});

type Listed = { createdAt: number };

/**
 * One page of a collection, newest first. The real order is not documented.
 * `hiddenAfter` (Unix seconds) leaves out what is newer, as the real lists were seen to lag behind, by minutes.
 */
export function page<T extends Listed>(
  req: Request,
  records: Iterable<T>,
  { present, hiddenAfter = Infinity }: { present: (record: T) => unknown; hiddenAfter?: number },
) {
  const { from = 0, to = latest, count, skip } = parseInput(pageSchema, req.query);
  const matching = [...records].filter(({ createdAt }) => createdAt >= from && createdAt <= Math.min(to, hiddenAfter));
  const items = matching.toReversed().slice(skip, skip + count);
  return toCollection(items.map(present));
}

/** Where lists end while they lag. */
export function hiddenAfter(gateway: Gateway): number {
  return unixNow(gateway) - gateway.faults.listLagSeconds();
}
