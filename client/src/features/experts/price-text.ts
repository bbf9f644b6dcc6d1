import type { ExpertCard } from '@serene/shared/contracts';
import { formatMoney } from '../../lib/money.ts';
import { words } from './words.ts';

/** `₹1,500 per hour`, or `Free`. */
export function hourlyPrice({ rate, currency }: Pick<ExpertCard, 'rate' | 'currency'>): string {
  const price = formatMoney(rate, currency);
  return rate === 0 ? price : words.perHour(price);
}
