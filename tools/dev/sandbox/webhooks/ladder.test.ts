import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './ladder.ts';

/** All gaps until the event is given up. */
function gaps(event: string, scale = 1): number[] {
  const delays: number[] = [];
  for (let attempts = 1; ; attempts += 1) {
    const delay = retryDelayMs(event, attempts, scale);
    if (delay === null) return delays;
    delays.push(delay);
  }
}

const hours = (ms: number[]) => ms.reduce((sum, delay) => sum + delay, 0) / 3_600_000;

describe('retry ladder', () => {
  it('makes 16 deliveries in 22.8 hours', () => {
    expect(gaps('payment.captured')).toHaveLength(15);
    expect(hours(gaps('payment.captured'))).toBeCloseTo(22.8, 1);
  });

  it('hurries the first retry, but not of refund.created and payment.failed', () => {
    expect(retryDelayMs('order.paid', 1, 1)).toBe(230);
    expect(retryDelayMs('payment.failed', 1, 1)).toBe(5800);
    expect(retryDelayMs('refund.created', 1, 1)).toBe(5800);
  });

  it('can be compressed', () => {
    expect(hours(gaps('payment.captured', 0.001))).toBeCloseTo(0.0228, 3);
  });
});
