import type { BookingRow, SessionRow, Snapshot } from './snapshot.ts';

/**
 * The snapshot of a run beside the release before (rule N3), as this release reads it: what the other one booked has no
 * row of a booking and is left out, and a session that it made of our hold has an id of its own and is told by its payment.
 */
export function asReadAcrossReleases(snapshot: Snapshot): Snapshot {
  const bookingOf = new Map(snapshot.bookings.map((booking) => [booking._id, booking]));
  const ours = new Map(
    snapshot.payments.flatMap(({ _id, bookingId }) => (bookingId === null ? [] : [[_id, bookingId]])),
  );
  const sessions = snapshot.sessions.flatMap((session) => {
    const bookingId = session.paymentId === null ? session._id : ours.get(session.paymentId);
    const booking = bookingOf.get(bookingId ?? '');
    return booking ? [{ ours: asOf(booking, session), id: session._id }] : [];
  });
  const bookingIdOf = new Map(sessions.map(({ id, ours }) => [id, ours._id]));
  return {
    ...snapshot,
    sessions: sessions.map(({ ours }) => ours),
    payments: snapshot.payments.flatMap((payment) =>
      payment.bookingId === null
        ? []
        : [{ ...payment, sessionId: bookingIdOf.get(payment.sessionId ?? '') ?? payment.sessionId }],
    ),
    slotclaims: snapshot.slotclaims.filter(
      ({ bookingId, paymentId }) => bookingId !== null && (paymentId === null || ours.has(paymentId)),
    ),
  };
}

/**
 * The release before writes no place, which is the room then, and where it claims time again for late money it does not
 * note that with the booking: nobody reads it there once there is a session.
 */
function asOf({ _id, claimId, place }: BookingRow, session: SessionRow): SessionRow {
  const named = { ...session, claimId: session.paymentId === null ? session.claimId : claimId };
  return session._id === _id ? named : { ...named, _id, ...(place ? { place } : {}) };
}
