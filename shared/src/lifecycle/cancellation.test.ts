import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cancellationRefund, freeCancellationUntil, type CancellationQuestion } from './index.ts';

const hour = 3_600_000;
const startsAt = Date.parse('2026-01-15T08:30:00Z');
const ask = (question: Partial<CancellationQuestion>) =>
  cancellationRefund({
    by: 'customer',
    status: 'confirmed',
    startsAt,
    now: startsAt - 25 * hour,
    policy: { freeUntilHours: 24 },
    paidMinor: 150_000,
    lateRefundMinor: 0,
    ...question,
  });

describe('refund of a cancellation (L2)', () => {
  it('is everything up to the deadline, the deadline included', () => {
    expect(ask({})).toBe(150_000);
    expect(ask({ now: startsAt - 24 * hour })).toBe(150_000);
  });

  it('is nothing a millisecond later, by default', () => {
    expect(ask({ now: startsAt - 24 * hour + 1 })).toBe(0);
  });

  it('is the late share after the deadline, as the server made it of the policy', () => {
    const policy = { freeUntilHours: 48 };
    expect(ask({ policy, lateRefundMinor: 75_000 })).toBe(75_000);
    expect(ask({ policy, lateRefundMinor: 75_000, now: startsAt - 48 * hour })).toBe(150_000);
  });

  it.each(['expert', 'admin'] as const)('is everything when the %s cancels, however late', (by) => {
    expect(ask({ by, now: startsAt - 1 })).toBe(150_000);
  });

  it('is everything while the expert has not accepted', () => {
    expect(ask({ status: 'pending', now: startsAt - 1 })).toBe(150_000);
  });

  it('is free until the very start where the policy says 0 hours', () => {
    expect(ask({ policy: { freeUntilHours: 0 }, now: startsAt })).toBe(150_000);
  });

  it('counts hours as they pass, whatever the clocks on the wall do', () => {
    // New York leaves daylight saving at 06:00 UTC on 1 November 2026: the day has 25 hours.
    const start = Date.parse('2026-11-01T18:00:00Z');
    expect(new Date(freeCancellationUntil(start, { freeUntilHours: 24 })).toISOString()).toBe(
      '2026-10-31T18:00:00.000Z',
    );
  });

  it('never exceeds what was paid and never grows as the start comes nearer', () => {
    const question = fc.record({
      by: fc.constantFrom('customer', 'expert', 'admin'),
      status: fc.constantFrom('pending', 'confirmed'),
      policy: fc.record({ freeUntilHours: fc.integer({ min: 0, max: 240 }) }),
      paidMinor: fc.integer({ min: 50_000, max: 100_000_000 }),
      lateRefundMinor: fc.integer({ min: 0, max: 50_000 }),
      now: fc.integer({ min: startsAt - 300 * hour, max: startsAt }),
    });
    fc.assert(
      fc.property(question, fc.integer({ min: 0, max: 300 * hour }), (asked, laterMs) => {
        const now = ask(asked);
        const later = ask({ ...asked, now: asked.now + laterMs });
        expect(Number.isInteger(now) && now >= 0 && now <= asked.paidMinor).toBe(true);
        expect(later).toBeLessThanOrEqual(now);
      }),
    );
  });
});
