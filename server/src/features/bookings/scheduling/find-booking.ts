import type { Types } from 'mongoose';
import { notFound } from '../../../errors.ts';
import type { Principal } from '../../../http/principal.ts';
import { findBookingRecord, findBookingRecords, type BookingRecord } from '../../booking-records/index.ts';
import { findClaim, isLiveHold, type ClaimRecord } from '../../claims/index.ts';
import { findExpertById, type ExpertRecord } from '../../experts/index.ts';
import {
  askGateway,
  findCharge,
  findOpenPayments,
  findPayment,
  findPaymentOfBooking,
  type ChargeRecord,
  type PaymentRecord,
  type SettleDependencies,
} from '../../payments/index.ts';
import { findSession, type SessionRecord } from '../../sessions/index.ts';

/** What a person booked, as far as it has come: its session, else its hold, else what is left of it (rule B2). */
export type FoundBooking = {
  _id: Types.ObjectId;
  expert: ExpertRecord;
  /** Null for what was booked before there were rows of bookings; then it is its session, or its payment (rule N1). */
  record: BookingRecord | null;
  payment: PaymentRecord | null;
  /** Of the payment, once it is decided. */
  charge: ChargeRecord | null;
  session: SessionRecord | null;
  /** The live hold. */
  hold: ClaimRecord | null;
};

/**
 * A booking for its two people or an admin.
 * @throws AppError NOT_FOUND for anybody else, as for an id that does not exist
 */
export async function findBooking(id: Types.ObjectId, principal: Principal, now: Date): Promise<FoundBooking> {
  const [record, ownSession] = await Promise.all([findBookingRecord(id), findSession(id)]);
  const owner = record ?? ownSession;
  const payment = ownSession?.paymentId
    ? await findPayment(ownSession.paymentId)
    : await findPaymentOfBooking(id, owner?.expertId);
  const whose = owner ?? payment;
  if (!whose || !mayRead(whose, principal)) throw notFound('The booking');
  // A release that knows no rows of bookings gives the session an id of its own (rule N3).
  const session = ownSession ?? (payment?.sessionId ? await findSession(payment.sessionId) : null);
  return complete({ _id: id, record, payment, session }, whose.expertId, now);
}

/** The bookings of these sessions, in their order. */
export async function bookingsOfSessions(sessions: readonly SessionRecord[], now: Date): Promise<FoundBooking[]> {
  const records = await findBookingRecords(sessions.map(({ _id }) => _id));
  return Promise.all(
    sessions.map(async (session) => {
      const record = records.find(({ _id }) => _id.equals(session._id)) ?? null;
      const payment = session.paymentId ? await findPayment(session.paymentId) : null;
      return complete({ _id: session._id, record, payment, session }, session.expertId, now);
    }),
  );
}

/** No hold is longer than an hour, and one may be extended once by ten minutes. */
const longestHoldMs = 2 * 60 * 60_000;

/** A customer's bookings that are held and not paid, the latest first (rule B3). */
export async function heldBookings(userId: Types.ObjectId, now: Date): Promise<FoundBooking[]> {
  const payments = await findOpenPayments(userId, new Date(now.getTime() - longestHoldMs));
  const records = await findBookingRecords(payments.flatMap(({ bookingId }) => bookingId ?? []));
  const found = await Promise.all(
    payments.map((payment) => {
      const record = records.find(({ _id }) => payment.bookingId?.equals(_id)) ?? null;
      return complete({ _id: record?._id ?? payment._id, record, payment, session: null }, payment.expertId, now);
    }),
  );
  return found.filter(({ hold }) => hold !== null);
}

/** Asks the gateway about a booking that is not paid yet (rule P4), and reads it again where it was. */
export async function findSettledBooking(
  dependencies: SettleDependencies,
  id: Types.ObjectId,
  principal: Principal,
): Promise<FoundBooking> {
  const found = await findBooking(id, principal, dependencies.clock.now());
  if (found.session || !found.payment) return found;
  await askGateway(dependencies, found.payment);
  return findBooking(id, principal, dependencies.clock.now());
}

type Parts = Pick<FoundBooking, '_id' | 'record' | 'payment' | 'session'>;

async function complete(parts: Parts, expertId: Types.ObjectId, now: Date): Promise<FoundBooking> {
  const { payment, session } = parts;
  const [expert, charge, claim] = await Promise.all([
    findExpertById(expertId),
    payment?.chargeId ? findCharge(payment.chargeId) : null,
    !session && payment?.status === 'created' ? findClaim(payment.claimId) : null,
  ]);
  if (!expert) throw notFound('The booking');
  return { ...parts, expert, charge, hold: claim && isLiveHold(claim, now) ? claim : null };
}

function mayRead(whose: { userId: Types.ObjectId; expertId: Types.ObjectId }, principal: Principal): boolean {
  return (
    whose.userId.equals(principal.userId) ||
    (principal.expertId?.equals(whose.expertId) ?? false) ||
    principal.roles.includes('admin')
  );
}
