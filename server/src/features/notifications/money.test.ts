import { expect, it } from 'vitest';
import { formatAmount, formatMoney } from './money.ts';
import { plainEnglish, readerLocale } from './reader-locale.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

it.each([
  [150_000, 'INR', 'INR 1,500.00'],
  [15_000_000, 'INR', 'INR 1,50,000.00'],
  [4_999, 'USD', 'USD 49.99'],
  [15_000_000, 'AUD', 'AUD 150,000.00'],
  [1_500, 'JPY', 'JPY 1,500'],
  [12_340, 'KWD', 'KWD 12.340'],
  [0, 'INR', 'Free'],
])('%i minor units of %s are %s', (amountMinor, currency, text) => {
  expect(plain(formatMoney(amountMinor, currency, plainEnglish))).toBe(text);
});

it.each([
  ['en-IN', 15_000_000, 'INR', 'INR 1,50,000.00'],
  ['en-US', 15_000_000, 'INR', 'INR 150,000.00'],
  ['en-GB', 15_000_000, 'JPY', 'JPY 15,000,000'],
  ['en-IN', 12_340, 'KWD', 'KWD 12.340'],
  ['de-DE', 15_000_000, 'INR', 'INR 150,000.00'],
  ['hi-IN', 15_000_000, 'INR', 'INR 1,50,000.00'],
  ['hi-IN', 1_500, 'JPY', 'JPY 1,500'],
  ['ja-JP', 1_500, 'JPY', 'JPY 1,500'],
])('for a reader in %s %i minor units of %s are %s', (locale, amountMinor, currency, text) => {
  expect(plain(formatMoney(amountMinor, currency, readerLocale(locale)))).toBe(text);
});

it('an amount of nothing is a number, as a tax of 0 % on a receipt', () => {
  expect(plain(formatAmount(0, 'INR', plainEnglish))).toBe('INR 0.00');
});
