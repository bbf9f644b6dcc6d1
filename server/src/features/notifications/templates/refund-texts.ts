import { formatMoney } from '../money.ts';
import type { ReaderLocale } from '../reader-locale.ts';
import { mailWords } from '../words/index.ts';

/** What was paid for a session and what of it goes back, in minor units. */
type Returned = { amountMinor: number; refundMinor: number; currency: string };

/** A subject that ends with what goes back: `…: full refund of INR 1,500.00 started`; as it is where nothing does. */
export function refundSubject(what: string, returned: Returned, locale: ReaderLocale): string {
  if (returned.refundMinor === 0) return what;
  return mailWords[locale.language].money.subject(what, shareOf(returned, locale));
}

/** What a refund that was just queued means for the customer. */
export function refundStarted(returned: Returned, locale: ReaderLocale): string {
  return mailWords[locale.language].money.started(shareOf(returned, locale));
}

/** What was paid and what goes back, as rows; none for a free session. */
export function refundRows({ amountMinor, refundMinor, currency }: Returned, locale: ReaderLocale): [string, string][] {
  if (amountMinor === 0) return [];
  const { money } = mailWords[locale.language];
  return [
    [money.paid, formatMoney(amountMinor, currency, locale)],
    [money.refund, refundMinor === 0 ? money.noRefund : formatMoney(refundMinor, currency, locale)],
  ];
}

/** A part of what was paid is no full refund. */
function shareOf({ amountMinor, refundMinor, currency }: Returned, locale: ReaderLocale) {
  return { amount: formatMoney(refundMinor, currency, locale), isFull: refundMinor >= amountMinor };
}
