import type { BookingRow, ClaimRow, PaymentRow, SessionRow, Snapshot } from './snapshot.ts';

export const now = new Date('2026-01-20T06:00:00Z');
const startsAt = new Date('2026-01-22T08:00:00Z');
const endsAt = new Date('2026-01-22T08:45:00Z');

const policy = { freeUntilHours: 24, refundPercentAfter: 0 };
const shown = {
  sessionTypeId: 'type',
  duration: 45,
  amountMinor: 120_000,
  currency: 'INR',
  policy,
  title: 'Sleep consultation',
  notes: 'key-1',
  pathway: null,
  answers: [{ questionId: 'reason', question: 'Why?', answer: 'Sleep' }],
  place: { kind: 'room', text: '' },
};
const people = { expertId: 'expert', userId: 'asha' };

export const booking: BookingRow = {
  _id: 'booking',
  ...people,
  ...shown,
  claimId: 'claim',
  startsAt,
  retryOf: 'lapsed',
  retriedAs: null,
};
export const lapsed: BookingRow = { ...booking, _id: 'lapsed', claimId: 'gone', retryOf: null, retriedAs: 'booking' };
export const session: SessionRow = {
  _id: 'booking',
  ...people,
  ...shown,
  claimId: 'claim',
  paymentId: 'payment',
  startsAt,
  endsAt,
  status: 'confirmed',
  revision: 0,
  history: [{ status: 'confirmed', at: now, by: 'customer' }],
};
export const claim: ClaimRow = {
  _id: 'claim',
  ...people,
  paymentId: 'payment',
  bookingId: 'booking',
  startsAt,
  endsAt,
  busyUntil: endsAt,
  cells: [],
  kind: 'session',
};
export const payment: PaymentRow = {
  _id: 'payment',
  ...people,
  bookingId: 'booking',
  amountMinor: 120_000,
  currency: 'INR',
  status: 'success',
  chargeId: 'charge',
  sessionId: 'booking',
};
export const unpaid: PaymentRow = {
  ...payment,
  _id: 'unpaid',
  bookingId: 'lapsed',
  status: 'expired',
  chargeId: null,
  sessionId: null,
};

/** A booking that lapsed, was tried again and paid, of a session type, as it is when all is settled and well. */
export function settledBookings(doctored: Partial<Snapshot> = {}): Snapshot {
  return {
    bookings: [lapsed, booking],
    sessions: [session],
    slotclaims: [claim],
    payments: [unpaid, payment],
    idempotencykeys: [{ _id: 'asha:key-1', bookingId: 'booking', done: true }],
    experts: [{ _id: 'expert', ratingSum: 45, ratingCount: 10, currency: 'INR', offersVersion: 3, hasFreeTalk: false }],
    sessiontypes: [
      {
        _id: 'type',
        expertId: 'expert',
        isActive: true,
        access: 'public',
        priceMinor: 120_000,
        currency: 'INR',
        version: 2,
      },
    ],
    charges: [],
    refunds: [],
    outbox: [],
    invoices: [],
    gateway: { orders: [], payments: [], refunds: [], webhooks: [] },
    arrivals: [],
    now,
    ...doctored,
  };
}
