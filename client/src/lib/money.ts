const cache = new Map<string, Intl.NumberFormat>();

/** `₹1,500`, `₹1,500.50`, and `Free` for nothing; the amount is in major units, as the API shows it. */
export function formatMoney(amount: number, currency: string): string {
  if (amount === 0) return 'Free';
  let formatter = cache.get(currency);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat('en-IN', { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
    cache.set(currency, formatter);
  }
  return formatter.format(amount);
}
