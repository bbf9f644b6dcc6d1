import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../tally.ts';
import { groupBy, type BookingRow, type Snapshot } from './snapshot.ts';

/** A lapsed booking is tried again once, with the same wish, and the two name each other (rule B5). */
export function checkRetries({ bookings }: Snapshot): Violation[] {
  const byId = new Map(bookings.map((booking) => [booking._id, booking]));
  const retries = groupBy(
    bookings.filter(({ retryOf }) => retryOf !== null),
    ({ retryOf }) => retryOf ?? '',
  );
  return [
    ...[...retries].flatMap(([id, again]) =>
      again.length > 1 ? [{ rule: 'a booking is tried again twice', found: `${id}: ${again.length}` }] : [],
    ),
    ...bookings.flatMap((booking) => {
      const { _id, retryOf, retriedAs } = booking;
      const before = byId.get(retryOf ?? '');
      const isNamed = retryOf === null || before?.retriedAs === _id;
      const namesIt = retriedAs === null || byId.get(retriedAs)?.retryOf === _id;
      const isSame = !before || isDeepStrictEqual(wishOf(booking), wishOf(before));
      return [
        ...(isNamed && namesIt ? [] : [{ rule: 'a retry and its booking do not name each other', found: _id }]),
        ...(isSame ? [] : [{ rule: 'a retry of another wish', found: `${_id} of ${retryOf}` }]),
      ];
    }),
  ];
}

function wishOf(booking: BookingRow) {
  const { expertId, userId, sessionTypeId, startsAt, duration, amountMinor, currency, policy, notes } = booking;
  return { expertId, userId, sessionTypeId, startsAt, duration, amountMinor, currency, policy, notes };
}
