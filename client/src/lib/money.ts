import { intlLocale, t } from './messages/translate.ts';

const cache = new Map<string, Intl.NumberFormat>();

/** `₹1,500`, `₹1,500.50`, and `Free` for nothing, in the language of the page; the amount is in major units, as the API shows it. */
export function formatMoney(amount: number, currency: string): string {
  if (amount === 0) return t('common.free');
  let formatter = cache.get(currency);
  if (formatter === undefined) {
    formatter = new Intl.NumberFormat(intlLocale(), {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    });
    cache.set(currency, formatter);
  }
  return formatter.format(amount);
}
