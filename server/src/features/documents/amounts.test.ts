import { expect, it } from 'vitest';
import { amountInWords, amountText } from './amounts.ts';

const plain = (text: string) => text.replaceAll('\u00A0', ' ');

it.each([
  [150_000, 'INR', '₹1,500.00', 'One Thousand Five Hundred Rupees Only'],
  [15_000_007, 'INR', '₹1,50,000.07', 'One Lakh Fifty Thousand Rupees And Seven Paise Only'],
  [1_000_000_000, 'INR', '₹1,00,00,000.00', 'One Crore Rupees Only'],
  [100, 'INR', '₹1.00', 'One Rupee Only'],
  [4_999, 'USD', 'USD 49.99', 'Forty Nine US Dollars And 99/100 Only'],
  [105, 'USD', 'USD 1.05', 'One US Dollar And 05/100 Only'],
  [150_000_000, 'EUR', 'EUR 1,500,000.00', 'One Million Five Hundred Thousand Euros Only'],
  [1_500, 'JPY', 'JPY 1,500', 'One Thousand Five Hundred Japanese Yen Only'],
  [12_340, 'KWD', 'KWD 12.340', 'Twelve Kuwaiti Dinars And 340/1000 Only'],
  [0, 'INR', '₹0.00', 'Zero Rupees Only'],
])('%i minor units of %s are %s, in words %s', (amountMinor, currency, text, words) => {
  expect(plain(amountText(amountMinor, currency))).toBe(text);
  expect(amountInWords(amountMinor, currency)).toBe(words);
});
