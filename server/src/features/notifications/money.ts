import { currencyExponent, toMajorUnits } from '@serene/shared/money';
import type { ReaderLocale } from './reader-locale.ts';
import { remember } from './remember.ts';
import { mailWords } from './words/index.ts';

/**
 * `INR 1,50,000.00`: grouped as the reader's region does, as the currency's own where that is not known. The code rather
 * than a sign, since several currencies share `$`. Nothing to pay is `Free`.
 */
export function formatMoney(amountMinor: number, currency: string, { language, intl }: ReaderLocale): string {
  if (amountMinor === 0) return mailWords[language].money.free;
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
