import { isDeepStrictEqual } from 'node:util';
import type { Violation } from '../tally.ts';
import {
  groupBy,
  type BookingRow,
  type ClaimRow,
  type PaymentRow,
  type SessionRow,
  type Snapshot,
} from './snapshot.ts';

/** Each booking is one row, one session and one payment at most, and all of them say the same of it (rules B2 and F4). */
export function checkBookings({ bookings, sessions, payments, slotclaims }: Snapshot): Violation[] {
  const bookingOf = new Map(bookings.map((booking) => [booking._id, booking]));
  const sessionOf = new Map(sessions.map((session) => [session._id, session]));
  return [
    ...sessions.flatMap((session) => checkSession(session, bookingOf.get(session._id))),
    ...slotclaims.flatMap((claim) => checkClaim(claim, { bookingOf, sessionOf })),
    ...payments.flatMap((payment) => checkPayment(payment, { bookingOf, sessionOf })),
    ...[...groupBy(payments, ({ bookingId }) => bookingId ?? '')].flatMap(([id, ofBooking]) =>
      ofBooking.length > 1 ? [{ rule: 'two payments of one booking', found: `${id}: ${ofBooking.length}` }] : [],
    ),
  ];
}

type Known = { bookingOf: ReadonlyMap<string, BookingRow>; sessionOf: ReadonlyMap<string, SessionRow> };

function checkSession(session: SessionRow, booking: BookingRow | undefined): Violation[] {
  if (!booking) return [{ rule: 'a session without a booking', found: session._id }];
  // Where the expert moved it, its policy gave way to a better one (rule L3).
  const asBooked = shownOf({ ...session, policy: session.bookedPolicy ?? session.policy });
  if (isDeepStrictEqual(asBooked, shownOf(booking))) return [];
  const found = `${session._id}: ${JSON.stringify(asBooked)}, booked ${JSON.stringify(shownOf(booking))}`;
  return [{ rule: 'a session differs from its booking', found }];
}

/** The time may have moved since; nothing else may change. */
function shownOf(row: SessionRow | BookingRow) {
  const { expertId, userId, claimId, sessionTypeId, duration, amountMinor, currency, policy } = row;
  const { title = null, notes = null, pathway = null, answers = [], place } = row;
  const bought = { expertId, userId, claimId, sessionTypeId, duration, amountMinor, currency, policy };
  return { ...bought, title, notes, pathway, answers, place };
}

/** Everything is settled, so time is owned by sessions alone. */
function checkClaim({ _id, bookingId, expertId, userId }: ClaimRow, { bookingOf, sessionOf }: Known): Violation[] {
  const booking = bookingOf.get(bookingId ?? '');
  const isNamed = booking?.expertId === expertId && booking.userId === userId && booking.claimId === _id;
  if (!isNamed) {
    return [{ rule: 'a claim names another booking', found: `${_id}: ${JSON.stringify(booking) ?? bookingId}` }];
  }
  return sessionOf.has(booking._id) ? [] : [{ rule: 'a claim of a lapsed booking', found: `${_id}: ${bookingId}` }];
}

function checkPayment(payment: PaymentRow, { bookingOf, sessionOf }: Known): Violation[] {
  const { _id, bookingId, expertId, userId, amountMinor, currency, sessionId } = payment;
  const booking = bookingOf.get(bookingId ?? '');
  if (booking?.expertId !== expertId || booking.userId !== userId) {
    return [{ rule: 'a payment without a booking', found: `${_id}: ${bookingId}` }];
  }
  const isOfItsPrice = amountMinor === booking.amountMinor && currency === booking.currency;
  const isOfItsSession = sessionId === null ? !sessionOf.has(booking._id) : sessionId === booking._id;
  return [
    ...(isOfItsPrice ? [] : [{ rule: 'a payment of another price', found: `${_id}: ${amountMinor} ${currency}` }]),
    ...(isOfItsSession ? [] : [{ rule: 'a payment of another session', found: `${_id}: ${sessionId}` }]),
  ];
}
