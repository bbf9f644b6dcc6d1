import { expect, it } from 'vitest';
import { financialYear, formatDocumentNumber } from './financial-year.ts';

it.each([
  ['2026-03-31T18:29:59.999Z', 2025],
  ['2026-03-31T18:30:00.000Z', 2026],
  ['2026-12-31T23:59:59.999Z', 2026],
  ['2027-01-01T00:00:00.000Z', 2026],
  ['2027-03-31T18:29:59.999Z', 2026],
])('C2: the financial year of %s began in %i: it turns at midnight of 1 April in India', (instant, year) => {
  expect(financialYear(new Date(instant))).toBe(year);
});

it.each([
  [{ series: 'INV', financialYear: 2026, number: 123 }, 'INV/26-27/000123'],
  [{ series: 'CRN', financialYear: 2099, number: 999_999 }, 'CRN/99-00/999999'],
])('C2: %o is %s, at most 16 characters', (number, text) => {
  expect(formatDocumentNumber(number)).toBe(text);
  expect(text.length).toBeLessThanOrEqual(16);
});

it('C2: refuses a number that would not fit', () => {
  expect(() => formatDocumentNumber({ series: 'INV', financialYear: 2026, number: 1_000_000 })).toThrow(RangeError);
});
