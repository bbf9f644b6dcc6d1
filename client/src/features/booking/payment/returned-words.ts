import { formatMoney } from '../../../lib/money.ts';
import type { Refund } from './state.ts';
import { troubleWords as words } from './trouble-words.ts';

/** What is said of money that bought no session: why, and what becomes of it. Without a refund nothing was charged. */
export function returnedWords(refund: Refund | null, currency: string): { title: string; text: string } {
  if (refund === null) return { title: words.late, text: words.lateUncharged };
  const amount = formatMoney(refund.amount, currency);
  if (refund.reason === 'mismatch') return { title: words.mismatch, text: words.mismatchText(amount) };
  return { title: words.late, text: words.lateText(amount) };
}
