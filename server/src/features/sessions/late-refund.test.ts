import { describe, expect, it } from 'vitest';
import { lateRefundMinor } from './late-refund.ts';

const share = (amountMinor: number, refundPercentAfter: number, currency = 'INR') =>
  lateRefundMinor({ amountMinor, currency, policy: { freeUntilHours: 24, refundPercentAfter } });

describe('the refund after the deadline (L2)', () => {
  it('is the share of the policy, rounded half up to a minor unit', () => {
    expect(share(99_999, 50)).toBe(50_000);
    expect(share(150_000, 0)).toBe(0);
    expect(share(150_000, 100)).toBe(150_000);
  });

  it.each(['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD'])('has a last digit of 0 in %s', (currency) => {
    expect(share(7_530, 50, currency)).toBe(3_770);
    expect(share(9_990, 33, currency)).toBe(3_300);
    expect(share(9_990, 100, currency)).toBe(9_990);
  });

  it.each(['JPY', 'KRW'])('is whole in %s', (currency) => {
    expect(share(999, 50, currency)).toBe(500);
  });

  it('is no less than the gateway refunds, and never more than was paid', () => {
    expect(share(5_000, 1)).toBe(100);
    expect(share(50, 1, 'JPY')).toBe(1);
    expect(share(1_010, 1, 'KWD')).toBe(1_000);
    expect(share(60, 60)).toBe(60);
  });
});
