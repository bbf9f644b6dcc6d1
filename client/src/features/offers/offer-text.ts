import { formatList } from '../../lib/list.ts';
import { formatMoney } from '../../lib/money.ts';
import type { OfferChoice } from './offer-choice.ts';
import { words } from './words.ts';

/** `₹1,200`, `Free`, or `from ₹750` where its lengths cost different amounts. */
export function priceText({ prices, currency }: Pick<OfferChoice, 'prices' | 'currency'>): string {
  const amounts = prices.map(({ amount }) => amount);
  if (amounts.length === 0) return '';
  const least = Math.min(...amounts);
  const price = formatMoney(least, currency);
  return Math.max(...amounts) > least ? words.from(price) : price;
}

/** Title, lengths and price in one line: the name of an offer for those who hear it. */
export function spokenOffer(offer: OfferChoice): string {
  return formatList([offer.title, ...offer.prices.map(({ duration }) => words.minutes(duration)), priceText(offer)]);
}
