import { currencyExponent, toMajorUnits } from '@serene/shared/money';

/** `INR 1,50,000.00`: the code rather than a sign, since several currencies share `$`. Nothing to pay is `Free`. */
export function formatMoney(amountMinor: number, currency: string): string {
  if (amountMinor === 0) return 'Free';
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toMajorUnits(amountMinor, currency));
}
