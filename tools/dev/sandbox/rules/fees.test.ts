import { describe, expect, it } from 'vitest';
import type { Method } from '../state/records.ts';
import { feeAndTax } from './fees.ts';

const upi: Method = { kind: 'upi', vpa: 'success@razorpay' };
const card: Method = {
  kind: 'card',
  cardId: 'card_00000000000000',
  iin: '411111',
  last4: '1111',
  network: 'Visa',
  international: false,
  refusal: null,
};

describe('fee and tax (samples of Razorpay’s docs and of logs)', () => {
  it.each([
    [50_000, upi, 1180, 180],
    [150_000, upi, 3540, 540],
    [500_000, upi, 11_800, 1800],
    [500_000, card, 11_800, 1800],
    [2244, card, 45, 0],
  ])('of %i by %o are %i and %i', (amount, method, fee, tax) => {
    expect(feeAndTax({ amount, method })).toEqual({ fee, tax });
  });
});
