import { currencyExponent, toMajorUnits } from '@serene/shared/money';
import { toCurrency } from 'to-words/en-IN';
import { toWords } from 'to-words/en-US';

/** `₹1,50,000.00`, `USD 49.99`, `JPY 1,500`: rupees by their sign; others by code, since several share `$`. */
export function amountText(amountMinor: number, currency: string): string {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(currency === 'INR' ? 'en-IN' : 'en', {
    style: 'currency',
    currency,
    currencyDisplay: currency === 'INR' ? 'narrowSymbol' : 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(toMajorUnits(amountMinor, currency));
}

/**
 * An amount in words: rupees in lakh and crore with paise, other currencies in millions with their smaller unit as a
 * fraction, `Forty Nine US Dollars And 99/100 Only`.
 */
export function amountInWords(amountMinor: number, currency: string): string {
  const exponent = currencyExponent(currency);
  if (currency === 'INR') return toCurrency(toMajorUnits(amountMinor, currency).toFixed(exponent));
  const scale = 10 ** exponent;
  const major = Math.floor(amountMinor / scale);
  const minor = amountMinor % scale;
  const fraction = minor === 0 ? '' : ` And ${`${minor}`.padStart(exponent, '0')}/${scale}`;
  return `${toWords(major)} ${currencyName(major, currency)}${fraction} Only`;
}

/** `US Dollars`, `US Dollar` for one. */
function currencyName(amount: number, currency: string): string {
  const name = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 0,
  })
    .formatToParts(amount)
    .find(({ type }) => type === 'currency')?.value;
  return (name ?? currency).replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase());
}
