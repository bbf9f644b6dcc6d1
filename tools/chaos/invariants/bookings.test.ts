import { describe, expect, it } from 'vitest';
import { checkBookings } from './bookings.ts';
import { checkKeys } from './keys.ts';
import { checkOffers } from './offers.ts';
import { checkRetries } from './retries.ts';
import { booking, claim, lapsed, payment, session, settledBookings, unpaid } from './settled-bookings.test-support.ts';
import type { Snapshot } from './snapshot.ts';

const rulesOf = (violations: { rule: string }[]) => violations.map(({ rule }) => rule);
const [type] = settledBookings().sessiontypes;
const [expert] = settledBookings().experts;
if (!type || !expert) throw new Error('the good case has a type and an expert');

describe('bookings, sessions, claims and payments', () => {
  it('are in order where each booking has its own', () => {
    expect(checkBookings(settledBookings())).toEqual([]);
    const asBooked = { ...session, policy: { ...session.policy, freeUntilHours: 0 }, bookedPolicy: session.policy };
    expect(checkBookings(settledBookings({ sessions: [asBooked] }))).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, string]>([
    ['a session whose booking is gone', { bookings: [lapsed] }, 'a session without a booking'],
    ['another title', { sessions: [{ ...session, title: 'Free talk' }] }, 'a session differs from its booking'],
    ['another price', { sessions: [{ ...session, amountMinor: 1 }] }, 'a session differs from its booking'],
    ['another length', { sessions: [{ ...session, duration: 30 }] }, 'a session differs from its booking'],
    ['lost answers', { sessions: [{ ...session, answers: [] }] }, 'a session differs from its booking'],
    [
      'another policy',
      { bookings: [lapsed, { ...booking, policy: { freeUntilHours: 1, refundPercentAfter: 0 } }] },
      'a session differs from its booking',
    ],
    ['another claim', { bookings: [lapsed, { ...booking, claimId: 'other' }] }, 'a session differs from its booking'],
    ['a claim that names no booking', { slotclaims: [{ ...claim, bookingId: null }] }, 'a claim names another booking'],
    ['a claim of another person', { slotclaims: [{ ...claim, userId: 'ravi' }] }, 'a claim names another booking'],
    ['a claim of another expert', { slotclaims: [{ ...claim, expertId: 'other' }] }, 'a claim names another booking'],
    [
      'a claim of a lapsed booking',
      { slotclaims: [claim, { ...claim, _id: 'gone', bookingId: 'lapsed' }] },
      'a claim of a lapsed booking',
    ],
    ['a second payment', { payments: [unpaid, payment, { ...unpaid, _id: 'more' }] }, 'two payments of one booking'],
    ['a payment of no booking', { payments: [unpaid, { ...payment, bookingId: null }] }, 'a payment without a booking'],
    [
      'a payment of another price',
      { payments: [unpaid, { ...payment, amountMinor: 1 }] },
      'a payment of another price',
    ],
    [
      'a payment of another currency',
      { payments: [unpaid, { ...payment, currency: 'USD' }] },
      'a payment of another price',
    ],
    [
      'a payment that names another session',
      { payments: [unpaid, { ...payment, sessionId: 'other' }] },
      'a payment of another session',
    ],
    [
      'a session that its payment does not name',
      { payments: [unpaid, { ...payment, sessionId: null }] },
      'a payment of another session',
    ],
  ])('are not with %s', (_what, doctored, rule) => {
    expect(rulesOf(checkBookings(settledBookings(doctored)))).toContain(rule);
  });
});

describe('bookings that are tried again', () => {
  it('are in order where the two name each other', () => {
    expect(checkRetries(settledBookings())).toEqual([]);
  });

  it.each<[string, Snapshot['bookings'], string]>([
    ['a second retry', [lapsed, booking, { ...booking, _id: 'more' }], 'a booking is tried again twice'],
    [
      'a retry that is not known',
      [{ ...lapsed, retriedAs: null }, booking],
      'a retry and its booking do not name each other',
    ],
    [
      'a retry that does not know',
      [lapsed, { ...booking, retryOf: null }],
      'a retry and its booking do not name each other',
    ],
    ['a retry of nothing', [booking], 'a retry and its booking do not name each other'],
    ['another price', [lapsed, { ...booking, amountMinor: 1 }], 'a retry of another wish'],
  ])('are not with %s', (_what, bookings, rule) => {
    expect(rulesOf(checkRetries(settledBookings({ bookings })))).toContain(rule);
  });
});

describe('keys', () => {
  const answered = (...ids: string[]) => new Map([['asha:key-1', new Set(ids)]]);

  it('are in order where each names one booking', () => {
    expect(checkKeys(settledBookings(), answered('booking'))).toEqual([]);
    const notDone = [{ _id: 'asha:key-2', bookingId: 'never made', done: false }];
    expect(checkKeys(settledBookings({ idempotencykeys: notDone }), new Map())).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, string[], string]>([
    ['a booking that is not there', { bookings: [lapsed] }, [], 'a key names a booking that is not there'],
    ['two answers', {}, ['booking', 'other'], 'a key names two bookings'],
    ['an answer that is not of its row', {}, ['other'], 'a key names two bookings'],
    [
      'two sessions',
      {
        bookings: [
          { ...booking, retryOf: null },
          { ...lapsed, retriedAs: null },
        ],
        sessions: [session, { ...session, _id: 'lapsed' }],
      },
      [],
      'a key made two sessions',
    ],
  ])('are not with %s', (_what, doctored, ids, rule) => {
    expect(rulesOf(checkKeys(settledBookings(doctored), answered(...ids)))).toContain(rule);
  });
});

describe('session types', () => {
  it('are in order where every save raised the version of the offers', () => {
    expect(checkOffers(settledBookings())).toEqual([]);
  });

  it.each<[string, Partial<Snapshot>, string]>([
    ['no expert', { experts: [] }, 'a session type without an expert'],
    ['a save past the version', { sessiontypes: [{ ...type, version: 3 }] }, 'an offer was saved past its version'],
    ['a saved hour', { experts: [{ ...expert, hourlyOffer: { version: 1 } }] }, 'an offer was saved past its version'],
    [
      'one too many',
      { sessiontypes: Array.from({ length: 51 }, (_, index) => ({ ...type, _id: `${index}` })) },
      'too many active offers',
    ],
    [
      'a free talk that is not said',
      { sessiontypes: [{ ...type, priceMinor: 0 }] },
      'a free talk that is not said rightly',
    ],
    [
      'one that is said and not there',
      { experts: [{ ...expert, hasFreeTalk: true }] },
      'a free talk that is not said rightly',
    ],
  ])('are not with %s', (_what, doctored, rule) => {
    expect(rulesOf(checkOffers(settledBookings(doctored)))).toContain(rule);
  });
});
