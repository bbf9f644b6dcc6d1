import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyExponent, priceMinor, toMajorUnits, toMinorUnits } from './index.ts';

describe('minor units', () => {
  it('knows currencies without and with three decimals', () => {
    expect([currencyExponent('INR'), currencyExponent('JPY'), currencyExponent('KWD')]).toEqual([2, 0, 3]);
  });

  it('is not misled by binary fractions', () => {
    expect(toMinorUnits(1.005, 'KWD')).toBe(1005);
    expect(toMinorUnits(19.99, 'INR')).toBe(1999);
    expect(toMinorUnits(1.005, 'INR')).toBe(101);
  });

  it('takes numbers that print with an exponent', () => {
    expect(toMinorUnits(1e21, 'INR')).toBe(1e23);
    expect(toMinorUnits(1e-7, 'INR')).toBe(0);
  });

  it('survives the way to major units and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('INR', 'JPY', 'KWD'), (minor, currency) => {
        expect(toMinorUnits(toMajorUnits(minor, currency), currency)).toBe(minor);
      }),
    );
  });
});

describe('price of a duration', () => {
  it('is the hourly rate by the minute', () => {
    expect([30, 60, 90, 120].map((minutes) => priceMinor(150_000, minutes))).toEqual([
      75_000, 150_000, 225_000, 300_000,
    ]);
  });

  it('rounds half up', () => {
    expect(priceMinor(1, 30)).toBe(1);
    expect(priceMinor(33, 90)).toBe(50);
  });
});
