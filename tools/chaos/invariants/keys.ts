import type { Violation } from '../tally.ts';
import { groupBy, type Snapshot } from './snapshot.ts';

/**
 * A key that is done names a booking, and no key ever made two (rule B6).
 * @param knownKeys the bookings that answers named, by the id of the key's row
 */
export function checkKeys(
  { idempotencykeys, bookings, sessions }: Snapshot,
  knownKeys: ReadonlyMap<string, ReadonlySet<string>>,
): Violation[] {
  const rows = new Map(idempotencykeys.map((row) => [row._id, row]));
  const booked = new Set(bookings.map(({ _id }) => _id));
  const sold = new Set(sessions.map(({ _id }) => _id));
  // Whoever books writes the key down for the expert; a retry copies what was written.
  const byNote = groupBy(
    bookings.filter(({ notes, retryOf }) => notes?.startsWith('key-') && retryOf === null),
    ({ userId, notes }) => `${userId}:${notes}`,
  );
  return [
    ...idempotencykeys.flatMap(({ _id, bookingId, done }) =>
      !done || booked.has(bookingId) ? [] : [{ rule: 'a key names a booking that is not there', found: _id }],
    ),
    ...[...knownKeys].flatMap(([key, ids]) => {
      const named = new Set(ids);
      const row = rows.get(key);
      if (row?.done) named.add(row.bookingId);
      return named.size > 1 ? [{ rule: 'a key names two bookings', found: `${key}: ${[...named].join(', ')}` }] : [];
    }),
    ...[...byNote].flatMap(([key, ofKey]) => {
      const ids = ofKey.filter(({ _id }) => sold.has(_id)).map(({ _id }) => _id);
      return ids.length > 1 ? [{ rule: 'a key made two sessions', found: `${key}: ${ids.join(', ')}` }] : [];
    }),
  ];
}
