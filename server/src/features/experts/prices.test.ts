import { defaultSchedule } from '@serene/shared/contracts';
import { describe, expect, it } from 'vitest';
import { isPayable } from '../../gateways/payment/amounts.ts';
import { assertPayablePrices, offeredDurations, sessionPriceMinor } from './prices.ts';

const at = (rateMinor: number, currency = 'INR') => ({ rateMinor, currency, schedule: defaultSchedule });

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

describe('the lengths that are offered', () => {
  it.each([
    ['half a rupee', at(100), [60, 90, 120]],
    ['a third of a dirham', at(67, 'AED'), [90, 120]],
    ['half a yen, rounded to one', at(1, 'JPY'), [30, 60, 90, 120]],
    ['half a dinar', at(1_000, 'KWD'), [60, 90, 120]],
    ['what rounds to nothing', at(4, 'KWD'), []],
    ['more than the gateway takes', at(1_500_000_000), [30, 60]],
    ['nothing at all: it is free', at(0), [30, 60, 90, 120]],
  ])('are those that can be paid: %s', (_what, expert, offered) => {
    expect(offeredDurations(expert)).toEqual(offered);
  });

  it('are refused with what they would cost and what the gateway takes', () => {
    expect(() => assertPayablePrices(at(100), [60, 30])).toThrow(
      /^A session of 30 minutes would cost INR 0.5, and the payment service takes INR 1 to INR/,
    );
    expect(() => assertPayablePrices(at(0), [30])).not.toThrow();
  });

  it('cost what the gateway takes, to the digit', () => {
    for (const currency of ['INR', 'KWD', 'JPY', 'USD', 'OMR']) {
      for (let rateMinor = 1; rateMinor < 20_000; rateMinor += 37) {
        const expert = at(rateMinor, currency);
        for (const duration of offeredDurations(expert)) {
          expect(isPayable(sessionPriceMinor(expert, duration), currency)).toBe(true);
        }
      }
    }
  });
});
