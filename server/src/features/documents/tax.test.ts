import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gstRates, splitRefund, splitTax, type TaxSplit } from './tax.ts';

const karnataka = { code: '29', name: 'Karnataka' };
const kerala = { code: '32', name: 'Kerala' };
const ladakh = { code: '38', name: 'Ladakh' };
const within = gstRates(18, { seller: karnataka, placeOfSupply: karnataka });
const between = gstRates(18, { seller: karnataka, placeOfSupply: kerala });

const sumOf = ({ taxableMinor, taxes }: TaxSplit) =>
  taxes.reduce((sum, { amountMinor }) => sum + amountMinor, taxableMinor);

describe('GST in a price', () => {
  it('within a state is CGST and SGST in equal halves (C2)', () => {
    expect(splitTax(150_000, within)).toEqual({
      taxableMinor: 127_118,
      taxes: [
        { name: 'CGST', ratePercent: 9, amountMinor: 11_441 },
        { name: 'SGST', ratePercent: 9, amountMinor: 11_441 },
      ],
    });
  });

  it('between states is IGST (C2)', () => {
    expect(splitTax(150_000, between)).toEqual({
      taxableMinor: 127_119,
      taxes: [{ name: 'IGST', ratePercent: 18, amountMinor: 22_881 }],
    });
  });

  it('in a union territory without a legislature is CGST and UTGST', () => {
    const rates = gstRates(18, { seller: ladakh, placeOfSupply: ladakh });
    expect(rates.map(({ name }) => name)).toEqual(['CGST', 'UTGST']);
  });

  const amount = fc.integer({ min: 0, max: 1e10 });
  const terms = fc
    .tuple(fc.constantFrom(0, 5, 12, 18, 28), fc.constantFrom(karnataka, kerala))
    .map(([percent, placeOfSupply]) => ({ percent, rates: gstRates(percent, { seller: karnataka, placeOfSupply }) }));

  it('adds up to the price exactly, in whole minor units, halves alike', () => {
    fc.assert(
      fc.property(amount, terms, (total, { percent, rates }) => {
        const split = splitTax(total, rates);

        expect(sumOf(split)).toBe(total);
        expect(new Set(split.taxes.map(({ amountMinor }) => amountMinor)).size).toBe(1);
        expect(split.taxes.every(({ amountMinor }) => Number.isInteger(amountMinor) && amountMinor >= 0)).toBe(true);
        expect(Math.abs(split.taxableMinor - (total * 100) / (100 + percent))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of refunds in any parts adds up to the GST of what was returned (C2)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e7 }), { minLength: 1, maxLength: 6 }),
        terms,
        (parts, { rates }) => {
          let creditedMinor = 0;
          const notes = parts.map((amountMinor) => {
            const note = splitRefund({ creditedMinor, amountMinor }, rates);
            creditedMinor += amountMinor;
            expect(sumOf(note)).toBe(amountMinor);
            return note;
          });

          const whole = splitTax(creditedMinor, rates);
          const taxOf = (index: number) =>
            notes.reduce((sum, { taxes }) => sum + (taxes[index]?.amountMinor ?? Number.NaN), 0);
          expect(whole.taxes.map((_, index) => taxOf(index))).toEqual(whole.taxes.map((tax) => tax.amountMinor));
        },
      ),
    );
  });
});
