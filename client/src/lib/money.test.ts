import { describe, expect, it } from 'vitest';
import { formatMoney } from './money.ts';

describe('money', () => {
  it.each([
    [1500, 'INR', '₹1,500'],
    [1500.5, 'INR', '₹1,500.50'],
    [150_000, 'INR', '₹1,50,000'],
    [80, 'USD', '$80'],
    [0, 'INR', 'Free'],
  ])('of %s %s reads %s', (amount, currency, text) => {
    expect(formatMoney(amount, currency)).toBe(text);
  });
});
