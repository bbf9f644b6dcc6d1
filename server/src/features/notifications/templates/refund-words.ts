import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';

/** What was paid for a session and what of it goes back, in minor units. */
type Returned = { amountMinor: number; refundMinor: number; currency: string };

/** How long it takes until somebody sees money that was returned; never "instant", since banks decide. */
export const refundTime = 'about 5 to 7 working days';

/** `full refund of INR 1,500.00`; a part of what was paid is no full one. */
export function refundName({ amountMinor, refundMinor, currency }: Returned, locale: ReaderLocale): string {
  return `${refundMinor < amountMinor ? '' : 'full '}refund of ${formatMoney(refundMinor, currency, locale)}`;
}

/** Ends a subject: `: full refund of INR 1,500.00 started`, or nothing where nothing goes back. */
export function refundSubject(returned: Returned, locale: ReaderLocale): string {
  return returned.refundMinor === 0 ? '' : `: ${refundName(returned, locale)} started`;
}

/** What a refund that was just queued means for the customer. */
export function refundStarted(returned: Returned, locale: ReaderLocale): string {
  return `Your ${refundName(returned, locale)} has started. You do not need to do anything: it goes to the way you paid, and banks usually show it in ${refundTime}.`;
}

/** What was paid and what goes back, as rows; none for a free session. */
export function refundRows({ amountMinor, refundMinor, currency }: Returned, locale: ReaderLocale): [string, string][] {
  if (amountMinor === 0) return [];
  return [
    ['Paid', formatMoney(amountMinor, currency, locale)],
    ['Refund', refundMinor === 0 ? 'None' : formatMoney(refundMinor, currency, locale)],
  ];
}
