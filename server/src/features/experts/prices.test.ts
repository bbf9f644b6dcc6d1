import { describe, expect, it } from 'vitest';
import { assertPayablePrices, sessionPriceMinor } from './prices.ts';

const at = (rateMinor: number, currency = 'INR') => ({ rateMinor, currency });

describe('the price of a session', () => {
  it('is the hourly rate by the minute', () => {
    expect([30, 60, 90, 120].map((minutes) => sessionPriceMinor(at(150_000), minutes))).toEqual([
      75_000, 150_000, 225_000, 300_000,
    ]);
  });

  it.each(['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'IQD', 'LYD'])(
    'has a last digit of 0 in %s, as the gateway takes it',
    (currency) => {
      expect([30, 60, 90, 120].map((minutes) => sessionPriceMinor(at(15_010, currency), minutes))).toEqual([
        7_510, 15_010, 22_520, 30_020,
      ]);
    },
  );

  it.each(['JPY', 'KRW'])('is whole in %s', (currency) => {
    expect([30, 90].map((minutes) => sessionPriceMinor(at(5_001, currency), minutes))).toEqual([2_501, 7_502]);
  });
});

describe('prices that nobody could pay', () => {
  it('are refused with what they would cost and what the gateway takes', () => {
    expect(() => assertPayablePrices(at(100), [60, 30])).toThrow(
      /^A session of 30 minutes would cost INR 0.5, and the payment service takes INR 1 to INR/,
    );
    expect(() => assertPayablePrices(at(0), [30])).not.toThrow();
  });
});
