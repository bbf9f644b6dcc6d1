import { describe, expect, it } from 'vitest';
import { buildSession } from '../../../testing/fixtures.ts';
import { initialPayment, reducePayment, type PaymentEvent, type PaymentState } from './state.ts';

const after = (...events: PaymentEvent[]): PaymentState => events.reduce(reducePayment, initialPayment);
const opened: PaymentEvent = { type: 'order-ready', openNow: true };
const found: PaymentEvent = { type: 'order-ready', openNow: false };
const dismissed: PaymentEvent = { type: 'dismissed' };
const paid: PaymentEvent = { type: 'paid' };
const settled: PaymentEvent = { type: 'settled', session: buildSession() };
const seen = (order: Partial<Extract<PaymentEvent, { type: 'order-seen' }>['order']>): PaymentEvent => ({
  type: 'order-seen',
  order: { status: 'created', holdExpiresAt: '2026-01-12T04:10:00.000Z', ...order },
});

describe('a payment', () => {
  it('opens the checkout for a fresh order, and waits for a press with one found again', () => {
    expect(after(opened).phase).toBe('paying');
    expect(after(found)).toMatchObject({ phase: 'unfinished', attempted: true });
  });

  it('goes from the checkout over the server to the session', () => {
    expect(after(opened, paid).phase).toBe('confirming');
    expect(after(opened, paid, settled)).toMatchObject({ phase: 'booked', session: { reference: 'SW-8F3K' } });
  });

  it('never takes a failed attempt for the end', () => {
    const failed = after(opened, { type: 'attempt-failed', reason: 'card_declined' });

    expect(failed.phase).toBe('paying');
    expect(reducePayment(failed, paid)).toMatchObject({ phase: 'confirming', failure: null });
  });

  it('keeps the hold when the checkout is dismissed (O4), and can open it again', () => {
    expect(after(opened, dismissed).phase).toBe('unfinished');
    expect(after(opened, dismissed, { type: 'open-requested' })).toMatchObject({ phase: 'paying', round: 2 });
  });

  it('remembers why the last attempt failed', () => {
    const state = after(opened, { type: 'attempt-failed', reason: 'insufficient_funds' }, dismissed);

    expect(state).toMatchObject({ phase: 'unfinished', failure: 'insufficient_funds' });
  });

  it('says that the checkout did not load', () => {
    expect(after(opened, { type: 'checkout-blocked' })).toMatchObject({ phase: 'blocked', attempted: false });
  });

  it('ends with the hold only while nobody is paying', () => {
    const ended: PaymentEvent = { type: 'hold-ended' };

    expect(after(found, ended).phase).toBe('ended');
    expect(after(opened, ended).phase).toBe('paying');
    expect(after(opened, paid, ended).phase).toBe('confirming');
  });

  it('believes the server that the order was paid elsewhere', () => {
    expect(after(found, seen({ status: 'success', session: buildSession() })).phase).toBe('booked');
    expect(after(opened, seen({ status: 'success', session: buildSession() })).phase).toBe('booked');
  });

  it.each(['refund_pending', 'refunded', 'partially_refunded', 'refund_failed'] as const)(
    'reports the refund of a lost slot (M5): %s',
    (status) => {
      const state = after(
        opened,
        paid,
        seen({ status, refund: { amount: 1500, amountMinor: 150_000, status: 'queued', reason: 'slot-lost' } }),
      );

      expect(state).toMatchObject({ phase: 'lost', refund: { amount: 1500 } });
    },
  );

  it('goes on asking about a reported payment whose hold has lapsed (M4)', () => {
    expect(after(opened, paid, seen({ status: 'expired', holdExpiresAt: null })).phase).toBe('confirming');
    expect(after(found, seen({ status: 'expired', holdExpiresAt: null })).phase).toBe('ended');
    expect(after(found, seen({ holdExpiresAt: null })).phase).toBe('ended');
  });

  it('waits for a payment that is on its way when the release was refused (O4)', () => {
    expect(after(found, { type: 'payment-on-its-way' }).phase).toBe('confirming');
  });

  it('opens no second checkout while a payment is being confirmed', () => {
    expect(after(opened, paid, { type: 'open-requested' }).phase).toBe('confirming');
  });

  it.each([settled, { type: 'refused' }, { type: 'slot-lost', refund: null }] as const)(
    'stays final after $type',
    (end) => {
      const final = after(opened, paid, end);

      for (const event of [opened, dismissed, paid, settled, { type: 'hold-ended' } as const]) {
        expect(reducePayment(final, event)).toBe(final);
      }
    },
  );
});
