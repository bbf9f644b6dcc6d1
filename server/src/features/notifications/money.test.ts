import { expect, it } from 'vitest';
import { formatMoney } from './money.ts';

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
  expect(plain(formatMoney(amountMinor, currency))).toBe(text);
});
