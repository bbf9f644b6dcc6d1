import { currencyExponent, toMajorUnits } from '@serene/shared/money';
import type { ReaderLocale } from './reader-locale.ts';
import { remember } from './remember.ts';
import { mailWords } from './words/index.ts';

/** A price: as `formatAmount` writes it, and `Free` where there is nothing to pay. */
export function formatMoney(amountMinor: number, currency: string, locale: ReaderLocale): string {
  return amountMinor === 0 ? mailWords[locale.language].money.free : formatAmount(amountMinor, currency, locale);
}

/**
 * `INR 1,50,000.00`: grouped as the reader's region does, as the currency's own where that is not known. The code rather
 * than a sign, since several currencies share `$`.
 */
export function formatAmount(amountMinor: number, currency: string, { intl }: ReaderLocale): string {
  const locale = intl ?? (currency === 'INR' ? 'en-IN' : 'en');
  // A narrow space between groups is drawn as a box by some mail programs; none of the spaces may break a line.
  return moneyFormat(locale, currency).format(toMajorUnits(amountMinor, currency)).replaceAll(/\s/g, '\u00A0');
}

const moneyFormat = remember((locale: string, currency: string) => {
  const digits = currencyExponent(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
});
